import type { MessageReason, MicrosoftMessage } from '../../model/definitions/observer.ts';
import type { Keys } from '../../model/microsoft/keys.ts';
import { carriedBy } from '../tables/microsoft-table.ts';

/** What left for Microsoft for one reason by one way, of products that send the same. */
export interface SentMessages {
  readonly reason: MessageReason;
  readonly via: MicrosoftMessage['via'];
  /** What each message carries, named and not valued. */
  readonly carries: string;
  messages: number;
  /** Computers that were asked for, and those of them that Microsoft activated. */
  computers: number;
  accepted: number;
}

/** Adds up what leaves for Microsoft. */
export class SentMessageTotals {
  private readonly totals = new Map<string, SentMessages>();

  /** A message leaves. */
  add(message: MicrosoftMessage, keys: Keys): void {
    const { reason, via, computers, accepted } = message;
    const carries = carriedBy(message, keys);
    const key = `${reason} ${via} ${carries}`;
    const known = this.totals.get(key) ?? {
      reason,
      via,
      carries,
      messages: 0,
      computers: 0,
      accepted: 0,
    };
    known.messages += 1;
    known.computers += computers;
    known.accepted += accepted;
    this.totals.set(key, known);
  }

  /** The sums, in the order of their first messages. */
  get all(): readonly SentMessages[] {
    return [...this.totals.values()];
  }
}
