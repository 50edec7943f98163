import type { ComputerRecord } from '../computers/computer.ts';
import type { HostAnswer } from '../computers/request.ts';
import type { HostRecord } from '../hosts/host.ts';
import type { ColumnMap } from '../tables/columns.ts';

/** What a file says of an estate. */
export interface FileFacts {
  readonly records: readonly ComputerRecord[];
  /** Whether it is a list of computers, not a log of what they ask or a report of one. */
  readonly isInventory: boolean;
  readonly hosts: readonly HostRecord[];
  readonly answers: readonly HostAnswer[];
  /** Lines for people: what it is, and which part of it says what. */
  readonly origin: readonly string[];
  /** What its readers must know. */
  readonly notes: readonly string[];
}

/** Facts of a file that says nothing else than what is given. */
export function factsOf(found: Partial<FileFacts>): FileFacts {
  return { records: [], isInventory: false, hosts: [], answers: [], origin: [], notes: [], ...found };
}

/** How files are read. */
export interface ReadOptions {
  readonly fileName: string;
  /** Columns that are said to be something, of those that the file has. */
  readonly map: ColumnMap;
  /** Whether it is the only file: then it must say everything itself. */
  readonly isOnly: boolean;
  /** Is told now and then which part of the file is read, 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

/** Reads one format. */
export interface Reader {
  /** For people, as `an LDIF file`. */
  readonly title: string;
  /** Whether a text is of this format, by its content. */
  recognizes(text: string): boolean;
  /** @throws InventoryError when it is damaged */
  read(text: string, options: ReadOptions): FileFacts;
}

/** Characters of a file that decide its format. */
export const SNIFFED = 65_536;
