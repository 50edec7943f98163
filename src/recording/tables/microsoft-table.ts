import type { Minute } from '../../engine/time.ts';
import type { MicrosoftMessage } from '../../model/definitions/observer.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { MINUTE, TIME } from './column-words.ts';
import type { TableDefinition } from './tables.ts';

/**
 * What activation sends to Microsoft (Planning Guide, Appendix 1): named here, never valued. A telephone call
 * carries an installation ID only; that it holds the product key's and the hardware's identification is after
 * Microsoft's activation bulletin.
 */
export const CARRIED_BY_INTERNET = [
  'product key',
  'edition and channel',
  'current date',
  'license condition',
  'hardware ID hash',
  'language',
  'IP address',
] as const;
export const CARRIED_BY_TELEPHONE = ['product key', 'hardware ID hash'] as const;

/** A message, and when it left. */
export interface SentMessage {
  readonly message: MicrosoftMessage;
  readonly minute: Minute;
  readonly timestamps: Timestamps;
  /** Names of the keys by their number. */
  readonly keyNames: readonly string[];
}

/** `microsoft.csv`. */
export const MICROSOFT_TABLE: TableDefinition<SentMessage> = {
  row: 'a message that left for Microsoft',
  columns: {
    minute: { meaning: MINUTE, cell: ({ minute }) => minute },
    time: { meaning: TIME, cell: ({ minute, timestamps }) => timestamps.time(minute) },
    sender: { meaning: 'who sent it', cell: ({ message }) => message.sender },
    reason: { meaning: 'what for', cell: ({ message }) => message.reason },
    key: { meaning: 'the key concerned', cell: ({ message, keyNames }) => keyNames[message.key] },
    via: { meaning: 'internet, telephone or removable-media', cell: ({ message }) => message.via },
    result: {
      meaning: 'accepted, refused, or how many of them were accepted',
      cell: ({ message }) => resultOf(message),
    },
    computers: { meaning: 'computers that it was sent for', cell: ({ message }) => message.computers },
    carries: {
      meaning: 'what it tells Microsoft, named and not valued',
      cell: ({ message }) => carriedBy(message).join('; '),
    },
  },
};

function carriedBy({ via }: MicrosoftMessage): readonly string[] {
  return via === 'telephone' ? CARRIED_BY_TELEPHONE : CARRIED_BY_INTERNET;
}

function resultOf({ computers, accepted }: MicrosoftMessage): string {
  if (accepted === computers) return 'accepted';
  return accepted === 0 ? 'refused' : `${accepted} of ${computers} accepted`;
}
