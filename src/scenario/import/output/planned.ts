import type { KeyGroup } from '../../../model/definitions/key-groups.ts';
import type { MachineGroup } from '../computers/group-computers.ts';
import type { PlannedHost, PlannedKmsKey } from './plan-hosts.ts';

/** A network: all computers of a site. */
export interface PlannedNetwork {
  readonly name: string;
  /** As the inventory writes it; empty for none. */
  readonly site: string;
  readonly machines: number;
}

/** A machine group with its names in the scenario. */
export interface PlannedGroup extends MachineGroup {
  readonly name: string;
  readonly network: string;
  /** The MAK; null for others. */
  readonly key: string | null;
  /** The KMS host set by hand; null for discovery. */
  readonly host: string | null;
  /** That of its Office; null for discovery. */
  readonly officeHostName: string | null;
}

/** A MAK with as many activations as computers have it. */
export interface PlannedMak {
  readonly name: string;
  readonly group: KeyGroup;
  readonly activations: number;
}

/** What an imported scenario declares, under names that do not clash. */
export interface ScenarioPlan {
  readonly zone: string;
  readonly networks: readonly PlannedNetwork[];
  readonly groups: readonly PlannedGroup[];
  readonly maks: readonly PlannedMak[];
  readonly kmsKeys: readonly PlannedKmsKey[];
  /** The network of the zone's server: the largest site. */
  readonly center: string;
  readonly hosts: readonly PlannedHost[];
  /** Ways that requests in a log took. */
  readonly links: readonly PlannedLink[];
}

/** A way from a network to that of a host, known from requests that were answered. */
export interface PlannedLink {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
