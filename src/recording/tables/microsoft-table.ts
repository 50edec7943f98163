import type { Minute } from '../../engine/time.ts';
import type { MicrosoftMessage } from '../../model/definitions/observer.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { MINUTE, TIME } from './column-words.ts';
import type { TableDefinition } from './tables.ts';

/** What activation over the Internet sends to Microsoft (Planning Guide, Appendix 1): named here, never valued. */
const CARRIED_BY_INTERNET =
  'product key; edition and channel; current date; license condition; hardware ID hash; language; IP address';

/**
 * What is read out in a telephone call: an Installation ID. It is made of the product ID, which comes from the product
 * key, and of the hardware hash, and holds nothing else (Microsoft, "Technical Details on Microsoft Product Activation
 * for Windows XP"; the guide describes none of Vista's own).
 */
const CARRIED_BY_TELEPHONE =
  'Installation ID only (it holds no more): product ID made of the product key; hardware ID hash';

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
      meaning: 'what it says to Microsoft, named and not valued',
      cell: ({ message }) => carriedBy(message),
    },
  },
};

/** What a message says to Microsoft, named and not valued. */
export function carriedBy({ via }: MicrosoftMessage): string {
  return via === 'telephone' ? CARRIED_BY_TELEPHONE : CARRIED_BY_INTERNET;
}

function resultOf({ computers, accepted }: MicrosoftMessage): string {
  if (accepted === computers) return 'accepted';
  return accepted === 0 ? 'refused' : `${accepted} of ${computers} accepted`;
}
