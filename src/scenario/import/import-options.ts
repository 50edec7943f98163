import type { Encoding } from './encodings/encodings.ts';
import type { ColumnMap } from './tables/columns.ts';

/** A file to import. */
export interface ImportFile {
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How files are imported. */
export interface ImportOptions {
  /** Columns and the fields that they are said to be. */
  readonly map?: ColumnMap;
  /** Editions where nothing says one: `vista=vista-business`. */
  readonly assume?: readonly string[];
  /** Minutes before the newest date of a file from which a computer's silence means that it is gone; default 90 d. */
  readonly staleAfter?: number;
  /** Whether disabled and long silent computers are kept. */
  readonly keepStale?: boolean;
  /** What files are written in that have no byte order mark; default: found out. */
  readonly encoding?: Encoding;
  /** Called now and then with the share of the import that is done, 0 to 1, and what it is doing. */
  readonly onProgress?: (done: number, doing: string) => void;
}
