import type { KeyGroup } from '../../../model/definitions/key-groups.ts';
import type { Channel } from '../systems/channel.ts';
import { NO_OFFICE, type OfficeOfComputer } from '../systems/office-products.ts';
import type { SystemTexts } from '../systems/recognize.ts';
import type { ClientRequest } from './request.ts';

/** A computer as one file describes it: texts without blanks around them, empty where nothing is said. */
export interface ComputerRecord extends SystemTexts, OfficeOfComputer {
  /** Where it stands, from 1. */
  readonly line: number;
  /** Short or with its domain; null in lists that were saved without names. */
  readonly name: string | null;
  /** The DNS domain where the file says it elsewhere than in the name. */
  readonly domain: string;
  readonly site: string;
  /** Its organizational unit: a distinguished or canonical name, or plain. */
  readonly unit: string;
  /** Null where nothing tells. */
  readonly virtual: boolean | null;
  readonly channel: Channel;
  /** Of a KMS host's key; null where nothing tells. */
  readonly keyGroup: KeyGroup | null;
  /** The KMS host that is set by hand, `NAME` or `NAME:PORT`. */
  readonly kmsHost: string;
  /** Whether the directory's account is enabled; null where nothing tells. */
  readonly enabled: boolean | null;
  /** Minutes since 1970 when it was last seen; null where nothing tells. */
  readonly lastSeen: number | null;
  /** Whether it is the name of a failover cluster, not a computer. */
  readonly clusterName: boolean;
  /** What an online validation found; null where nothing tells. */
  readonly genuine: boolean | null;
  /** Its requests in a log, the oldest first; none in other files. */
  readonly requests: readonly ClientRequest[];
  /** Why it is no machine of the scenario, whatever its system is; null for most. */
  readonly refusal: string | null;
}

/** A record of which only the place is known, for readers to lay over what they find. */
export const NOTHING_KNOWN: Omit<ComputerRecord, 'line' | 'name'> = {
  ...NO_OFFICE,
  domain: '',
  os: '',
  edition: '',
  servicePack: null,
  version: '',
  activationId: '',
  site: '',
  unit: '',
  virtual: null,
  channel: 'unknown',
  keyGroup: null,
  kmsHost: '',
  enabled: null,
  lastSeen: null,
  clusterName: false,
  genuine: null,
  requests: [],
  refusal: null,
};
