import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import type { ScenarioErrorName } from '../errors/scenario-errors.ts';

/** What the check of one entry may ask about the rest of the scenario; what is wrong there is unknown. */
export interface KnownEntries {
  group(name: string): KnownGroup | undefined;
  key(name: string): KnownKey | undefined;
}

export interface KnownGroup {
  readonly os: SystemName;
  /** How many machines it has. */
  readonly machines: number;
  readonly virtual: boolean;
}

export interface KnownKey {
  readonly type: 'kms' | 'mak';
  readonly group: KeyGroup;
}

/** Takes what is wrong in one entry. */
export interface EntryReport {
  /** At a key's value, or at the entry where the key is not written. */
  atValue(key: string, name: ScenarioErrorName, message: string, help?: string): void;
  /** At the key itself. */
  atKey(key: string, name: ScenarioErrorName, message: string, help?: string): void;
}
