import type { KeyId } from '../../model/definitions/ids.ts';
import type { Keys } from '../../model/microsoft/keys.ts';
import type { FigureTable } from './figure-definition.ts';

/** A key at the end of a run. */
export interface KeySubject {
  readonly keys: Keys;
  readonly key: KeyId;
}

/** The figures `keys.NAME.*`. */
export const KEY_FIGURES: FigureTable<KeySubject> = {
  used: {
    meaning: 'activations with Microsoft',
    better: 'neither',
    value: ({ keys, key }) => keys.used(key),
  },
  remaining: {
    meaning: "activations left: of a MAK's pool, or of all hosts of a KMS key",
    better: 'more',
    value: ({ keys, key }) => keys.remaining(key),
  },
};
