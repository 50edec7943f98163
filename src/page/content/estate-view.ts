import type { EstateParameters, LinkParameters } from '../../model/definitions/parameters.ts';
import { systemOf } from '../../model/definitions/system-lookups.ts';

/** What the picture of an estate shows, as plain data: who is where, and who may talk to whom. */
export interface EstateView {
  readonly networks: readonly NetworkView[];
  readonly links: readonly LinkView[];
}

export interface NetworkView {
  readonly name: string;
  /** The DNS zone that its computers ask; `null`: none. */
  readonly zone: string | null;
  readonly internet: boolean;
  readonly hosts: readonly HostView[];
  /** What a picture says under its name, in place of the zone that it asks. */
  readonly note: string | null;
  readonly groups: readonly GroupView[];
  /** Zones whose server is in this network. */
  readonly zones: readonly string[];
  readonly vamts: readonly string[];
}

export interface HostView {
  readonly name: string;
  /** Its place among all hosts, which is that of its series. */
  readonly index: number;
  /** Counts that its clients must be answered with, ascending; those of all KMS clients of the estate. */
  readonly thresholds: readonly number[];
}

export interface GroupView {
  readonly name: string;
  /** Its place among all groups, which is that of its series. */
  readonly index: number;
  /** The places of the groups that it is drawn for: its own, but where one stands for many. */
  readonly members: readonly number[];
  readonly count: number;
  /** The names of its machines where they have their own; `null`: GROUP-0001 and so on. */
  readonly names: readonly string[] | null;
  /** The system as Windows names it. */
  readonly system: string;
  readonly virtual: boolean;
  /** How its machines are activated at the start: `kms`, `mak`, `mak-proxy` or `none`. */
  readonly method: string;
}

export interface LinkView extends LinkParameters {
  readonly name: string;
}

/**
 * The view of an estate's parameters.
 *
 * @param thresholds counts that its KMS clients ask for, ascending
 */
export function estateView(parameters: EstateParameters, thresholds: readonly number[]): EstateView {
  const { networks, zones, hosts, groups, vamts, links } = parameters;
  const inNetwork = <Thing extends { readonly network: string }>(
    things: ReadonlyMap<string, Thing>,
    network: string,
  ) =>
    [...things]
      .map(([name, thing], index) => ({ name, thing, index }))
      .filter(({ thing }) => thing.network === network);
  return {
    networks: [...networks].map(([name, { zone, internet }]) => ({
      name,
      zone,
      internet,
      hosts: inNetwork(hosts, name).map(({ name, index }) => ({ name, index, thresholds })),
      note: null,
      groups: inNetwork(groups, name).map(({ name, index, thing }) => ({
        name,
        index,
        members: [index],
        count: thing.count,
        names: thing.names,
        system: systemOf(thing.os).title,
        virtual: thing.virtual,
        method: thing.method.type,
      })),
      zones: inNetwork(zones, name).map(({ name }) => name),
      vamts: inNetwork(vamts, name).map(({ name }) => name),
    })),
    links: [...links].map(([name, link]) => ({ name, ...link })),
  };
}

/** What a network's computers ask for their KMS hosts. */
export function zoneWords({ zone }: Pick<NetworkView, 'zone'>): string {
  return zone === null ? 'asks no DNS zone' : `asks ${zone}`;
}
