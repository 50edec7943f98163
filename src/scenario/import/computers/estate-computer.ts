import type { KeyGroup } from '../../../model/definitions/key-groups.ts';
import type { OfficeVersion } from '../../../model/definitions/office.ts';
import type { Channel } from '../systems/channel.ts';
import type { NoSystem, SystemFact } from '../systems/recognize.ts';
import type { ClientRequest } from './request.ts';

/** A computer as all files together describe it. */
export interface EstateComputer {
  /** Without its domain; null in lists that were saved without names. */
  readonly name: string | null;
  domain: string;
  /** For messages where there is no name. */
  os: string;
  system: SystemFact | NoSystem;
  site: string;
  units: readonly string[];
  virtual: boolean | null;
  channel: Channel;
  keyGroup: KeyGroup | null;
  kmsHost: string;
  /** The version of Office that KMS is to activate, and its KMS host set by hand. */
  office: OfficeVersion | null;
  officeHost: string;
  enabled: boolean | null;
  /** Minutes from when it was last seen to the newest date of the file; null where nothing tells. */
  silentFor: number | null;
  clusterName: boolean;
  genuine: boolean | null;
  refusal: string | null;
  requests: readonly ClientRequest[];
  /** Why a second row of one file is left out. */
  duplicates: number;
  /** Whether a list of computers has it; logs alone do not say that it is known. */
  inventoried: boolean;
}
