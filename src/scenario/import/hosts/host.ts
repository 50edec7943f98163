import type { KeyGroup } from '../../../model/definitions/key-groups.ts';

/** A KMS host as one file describes it. */
export interface HostRecord {
  /** With or without domain; null where the file does not say it, as a license report. */
  readonly name: string | null;
  /** Where it is known from, which decides how sure it is. */
  readonly source: 'license' | 'dns' | 'log' | 'inventory' | 'by-hand';
  /** As the file writes it; empty where it does not say it. */
  readonly os: string;
  readonly version: string;
  /** Of its KMS key; null where nothing tells. */
  readonly keyGroup: KeyGroup | null;
  readonly port: number | null;
  /** Whether it publishes to DNS; null where nothing tells. */
  readonly publishes: boolean | null;
  /** The DNS zone that it is published in; empty for none. */
  readonly zone: string;
  /** Minutes; null where nothing tells. */
  readonly activationInterval: number | null;
  readonly renewalInterval: number | null;
  /** What else the file says, in words for a comment. */
  readonly remarks: readonly string[];
}

/** A host of which only a name and where it is known from are said. */
export function namedHost(name: string | null, source: HostRecord['source']): HostRecord {
  return {
    name,
    source,
    os: '',
    version: '',
    keyGroup: null,
    port: null,
    publishes: null,
    zone: '',
    activationInterval: null,
    renewalInterval: null,
    remarks: [],
  };
}

/** A KMS host as all files together describe it. */
export interface EstateHost {
  name: string;
  domain: string;
  readonly sources: Set<HostRecord['source']>;
  os: string;
  version: string;
  keyGroup: KeyGroup | null;
  port: number | null;
  publishes: boolean | null;
  zone: string;
  activationInterval: number | null;
  renewalInterval: number | null;
  readonly remarks: string[];
}
