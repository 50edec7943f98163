import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { GroupParameters } from '../../model/definitions/parameters.ts';
import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import type { JsonObject, JsonValue } from '../../scenario/document/json.ts';
import type { Design } from '../design/design.ts';
import { directoryMembersOf, isActivatedByDirectory } from '../design/directory-members.ts';
import { labLimit } from '../design/lab-life.ts';
import { makDemand, makShortage } from '../design/mak-demand.ts';
import { type Proposal, unusedName } from './proposals.ts';

/** Keys of a group that only go with KMS, and with other methods. */
const ONLY_WITH_KMS = ['host', 'activationInterval', 'renewalInterval'];
const ONLY_WITH_OTHERS = ['key', 'by', 'on'];

/** Settings that take away what a group has written and another method does not know. */
function cleared(document: JsonObject, group: string, keys: readonly string[]): string[] {
  const machines = document.machines as Readonly<Record<string, JsonValue>> | undefined;
  const written = machines?.[group];
  if (typeof written !== 'object' || written === null) return [];
  return keys.filter((key) => Object.hasOwn(written, key)).map((key) => `machines.${group}.${key}=null`);
}

/** MAK and MAK Proxy for a group. */
export function makProposals(
  design: Design,
  document: JsonObject,
  name: string,
  { os, count, network, method }: GroupParameters,
): Proposal[] {
  if (method.type === 'mak' || method.type === 'mak-proxy') return [];
  const internet = design.estate.networks.get(network)?.internet === true;
  const key = unusedName(design, 'new-mak');
  const order = `keys.${key}={ type: mak, group: ${clientSideOf(os).keyGroup}, activations: ${2 * count} }`;
  const clear = cleared(document, name, ONLY_WITH_KMS);
  const vamt = unusedName(design, 'new-vamt');
  const via = internet ? 'via: internet' : 'via: removable-media, roundTrip: 2 d';
  return [
    {
      what: `MAK by ${internet ? 'Internet' : 'telephone'}`,
      set: [
        ...clear,
        order,
        `machines.${name}.method=mak`,
        `machines.${name}.key=${key}`,
        ...(internet ? [] : [`machines.${name}.by=telephone`]),
      ],
    },
    {
      what: 'MAK Proxy',
      set: [
        ...clear,
        order,
        `vamt.${vamt}={ network: ${network}, every: 1 d, ${via} }`,
        `machines.${name}.method=mak-proxy`,
        `machines.${name}.key=${key}`,
        `machines.${name}.by=${vamt}`,
      ],
    },
  ];
}

/** Membership of a domain whose activation objects serve the group. */
export function directoryProposals(
  { estate, reach }: Design,
  name: string,
  group: GroupParameters,
): Proposal[] {
  if (group.domain !== null || group.method.type !== 'kms') return [];
  return [...estate.domains.keys()].flatMap((domain) => {
    const joined = { ...estate, groups: new Map([[name, { ...group, domain }]]) };
    const isServed = directoryMembersOf(joined, reach).some(isActivatedByDirectory);
    return isServed ? [{ what: `the domain ${domain}`, set: [`machines.${name}.domain=${domain}`] }] : [];
  });
}

/** KMS for a group that has another method. */
export function kmsProposals(document: JsonObject, name: string, { method }: GroupParameters): Proposal[] {
  if (method.type === 'kms') return [];
  return [
    { what: 'KMS', set: [...cleared(document, name, ONLY_WITH_OTHERS), `machines.${name}.method=kms`] },
  ];
}

/** What helps machines that have a MAK: a larger pool, another way to Microsoft. */
export function makRepairProposals(
  design: Design,
  name: string,
  { method, network }: GroupParameters,
): Proposal[] {
  if (method.type !== 'mak' && method.type !== 'mak-proxy') return [];
  const proposals = poolProposals(design, method.key);
  if (method.type === 'mak' && method.by === 'internet')
    proposals.push({ what: 'activation by telephone', set: [`machines.${name}.by=telephone`] });
  if (method.type === 'mak-proxy') {
    const vamt = design.estate.vamts.get(method.vamt);
    if (vamt !== undefined && vamt.network !== network)
      proposals.push({ what: `the VAMT in ${network}`, set: [`vamt.${method.vamt}.network=${network}`] });
    if (vamt?.via === 'internet')
      proposals.push({
        what: 'requests on removable media',
        set: [`vamt.${method.vamt}.via=removable-media`, `vamt.${method.vamt}.roundTrip=2 d`],
      });
  }
  return proposals;
}

/** A pool of a MAK that is as large as the run needs. */
export function poolProposals({ estate }: Design, key: string): Proposal[] {
  const parameters = estate.keys.get(key);
  if (parameters?.type !== 'mak') return [];
  const needed = Math.max(
    Math.ceil(makDemand(estate, key, estate.duration)),
    parameters.activations + makShortage(estate, key),
  );
  if (needed <= parameters.activations) return [];
  return [{ what: 'a larger pool', set: [`keys.${key}.activations=${needed}`] }];
}

/** For machines that are not activated: rebuilt before their grace is used up, and rearmed. */
export function labProposals({ estate }: Design, name: string, group: GroupParameters): Proposal[] {
  if (group.method.type !== 'none') return [];
  const inDays = (minutes: number) => `${Math.floor(minutes / MINUTES_PER_DAY)} d`;
  const rearmed = { ...group, rearm: 'at-expiry' } as const;
  const rebuild = (limit: number) => `machines.${name}.rebuild={ every: ${inDays(limit)} }`;
  const sooner: Proposal = { what: 'rebuilding sooner', set: [rebuild(labLimit(group, estate.rules))] };
  if (group.rearm !== 'never') return [sooner];
  return [
    sooner,
    { what: 'rearming', set: [`machines.${name}.rearm=at-expiry`] },
    {
      what: 'rearming, and rebuilding in time',
      set: [`machines.${name}.rearm=at-expiry`, rebuild(labLimit(rearmed, estate.rules))],
    },
  ];
}

/** For machines that a validation finds Non-Genuine: another result, and a new installation some days later. */
export function genuineProposals({ estate }: Design, name: string, { genuine }: GroupParameters): Proposal[] {
  if (genuine?.result !== 'non-genuine') return [];
  const every = Math.ceil((genuine.validate + estate.rules.nonGenuineGrace / 2) / MINUTES_PER_DAY);
  return [
    { what: 'rebuilding them', set: [`machines.${name}.rebuild={ every: ${every} d }`] },
    { what: 'a genuine result', set: [`machines.${name}.genuine.result=genuine`] },
  ];
}
