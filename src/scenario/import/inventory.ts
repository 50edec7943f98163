/** A computer as an inventory tells of it: cells without blanks around them, empty where nothing is said. */
export interface InventoryRecord {
  /** Where it stands, from 1. */
  readonly line: number;
  /** Null in lists that were saved without names. */
  readonly name: string | null;
  readonly os: string;
  /** Null where the file has nothing that would say it. */
  readonly servicePack: string | null;
  readonly version: string;
  readonly site: string;
  /** Null where nothing tells. */
  readonly virtual: boolean | null;
  readonly method: 'kms' | 'mak';
  /** Why it is no machine of the scenario, whatever its system is; null for most. */
  readonly refusal: string | null;
}

/** What a file tells, whatever its format. */
export interface Inventory {
  readonly records: readonly InventoryRecord[];
  /** Lines for people: which part of the file says what. */
  readonly origin: readonly string[];
  /** What the reader of the scenario must know about the file. */
  readonly notes: readonly string[];
  /** What to do about a Vista computer of which neither service pack nor build is known. */
  readonly unknownServicePack: 'leave-out' | 'refuse' | 'assume-sp1';
}
