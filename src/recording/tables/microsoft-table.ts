import type { Minute } from '../../engine/time.ts';
import { disclosureOfGroup } from '../../model/definitions/disclosures.ts';
import type { MicrosoftMessage } from '../../model/definitions/observer.ts';
import type { Keys } from '../../model/microsoft/keys.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { MINUTE, TIME } from './column-words.ts';
import type { TableDefinition } from './tables.ts';

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
  readonly keys: Keys;
}

/** `microsoft.csv`. */
export const MICROSOFT_TABLE: TableDefinition<SentMessage> = {
  row: 'a message that left for Microsoft',
  columns: {
    minute: { meaning: MINUTE, cell: ({ minute }) => minute },
    time: { meaning: TIME, cell: ({ minute, timestamps }) => timestamps.time(minute) },
    sender: { meaning: 'who sent it', cell: ({ message }) => message.sender },
    reason: { meaning: 'what for', cell: ({ message }) => message.reason },
    key: { meaning: 'the key concerned', cell: ({ message, keys }) => keys.table.names[message.key] },
    via: { meaning: 'internet, telephone or removable-media', cell: ({ message }) => message.via },
    result: {
      meaning: 'accepted, refused, or how many of them were accepted',
      cell: ({ message }) => resultOf(message),
    },
    computers: { meaning: 'computers that it was sent for', cell: ({ message }) => message.computers },
    carries: {
      meaning: 'what it says to Microsoft, named and not valued',
      cell: ({ message, keys }) => carriedBy(message, keys),
    },
  },
};

/** What a message says to Microsoft, named and not valued: by telephone an ID, else what the generation of its key sends. */
export function carriedBy({ via, key }: MicrosoftMessage, keys: Keys): string {
  return via === 'telephone' ? CARRIED_BY_TELEPHONE : disclosureOfGroup(keys.groupOf(key)).carried;
}

function resultOf({ computers, accepted }: MicrosoftMessage): string {
  if (accepted === computers) return 'accepted';
  return accepted === 0 ? 'refused' : `${accepted} of ${computers} accepted`;
}
