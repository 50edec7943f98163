import type { KeyId } from '../../model/definitions/ids.ts';
import type { Keys } from '../../model/microsoft/keys.ts';
import { DATE, DAY } from './column-words.ts';
import type { TableDefinition } from './tables.ts';

/** A key at the end of a day. */
export interface KeyDay {
  readonly day: number;
  /** ISO date of the day. */
  readonly date: string;
  readonly keys: Keys;
  readonly key: KeyId;
}

/** `keys.csv`. */
export const KEYS_TABLE: TableDefinition<KeyDay> = {
  row: 'a key at the end of a day',
  columns: {
    day: { meaning: DAY, cell: ({ day }) => day },
    date: { meaning: DATE, cell: ({ date }) => date },
    key: { meaning: 'the key', cell: ({ keys, key }) => keys.table.names[key] },
    type: { meaning: 'kms or mak', cell: ({ keys, key }) => keys.typeOf(key) },
    used: { meaning: 'activations with Microsoft so far', cell: ({ keys, key }) => keys.used(key) },
    remaining: {
      meaning: "activations left: of a MAK's pool, or of all hosts of a KMS key",
      cell: ({ keys, key }) => keys.remaining(key),
    },
  },
};
