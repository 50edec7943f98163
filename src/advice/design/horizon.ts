import type { Minute, Minutes } from '../../engine/time.ts';
import type { EstateParameters, TimelineEntry } from '../../model/definitions/parameters.ts';
import { longestGraceAfterExpiry, systemOf } from '../../model/definitions/system-lookups.ts';
import type { KmsClients } from './clients.ts';
import { contactGap } from './contact-gap.ts';
import { Design } from './design.ts';

/** How long a run must be to show what something leads to. */
export interface Horizon {
  readonly until: Minute;
  /** What takes so long; a subject without its verb. */
  readonly because: string;
}

/**
 * How long a run of a design must be so that what is wrong in it, or goes wrong and is not repaired, can have its
 * consequences: the longest that anything takes, or `null` when nothing of the kind is there.
 */
export function horizonNeeded(design: Design): Horizon | null {
  const all = [...neverActivated(design), ...lapsing(design), ...lostForGood(design), ...nonGenuine(design)];
  return all.reduce<Horizon | null>(
    (longest, one) => (longest === null || one.until > longest.until ? one : longest),
    null,
  );
}

/** From the latest success to the end state. */
function lapseTime(estate: EstateParameters): Minutes {
  return estate.rules.activationValidity + longestGraceAfterExpiry(estate);
}

function canBeActivated(design: Design, clients: KmsClients): boolean {
  return design.hostsAskedBy(clients).some((host) => design.canActivate(host, clients));
}

/** KMS clients that no host can activate: their grace period has to end. */
function neverActivated(design: Design): Horizon[] {
  return design.clients
    .filter((clients) => !canBeActivated(design, clients))
    .map(({ group, parameters }) => ({
      until: parameters.install.at + design.estate.rules[systemOf(parameters.os).initialGrace],
      because: `that no KMS host can activate \`${group}\``,
    }));
}

/** KMS clients that renew too rarely, and hosts whose count sinks. */
function lapsing(design: Design): Horizon[] {
  const { rules } = design.estate;
  return design.clients.flatMap((clients) => {
    const hosts = design.hostsAskedBy(clients).filter((host) => design.canActivate(host, clients));
    if (hosts.length === 0) return [];
    const rare = hosts.every(
      (host) =>
        contactGap(clients.parameters, design.host(host).renewalInterval) > rules.activationValidity ||
        design.steadyCountWithin(host) < clients.threshold,
    );
    if (!rare) return [];
    const { install } = clients.parameters;
    return [
      { until: install.at + lapseTime(design.estate), because: `the rare presence of \`${clients.group}\`` },
    ];
  });
}

/** Timeline entries that take something away for the rest of the run without which clients cannot be activated. */
function lostForGood(design: Design): Horizon[] {
  const { estate } = design;
  const activated = design.clients.filter((clients) => canBeActivated(design, clients));
  return estate.timeline.flatMap((entry) => {
    const inTime = entry.at >= estate.duration || entry.at + lapseTime(estate) <= estate.duration;
    const lesser = inTime ? null : without(estate, entry);
    if (lesser === null) return [];
    const after = new Design(lesser);
    const left = new Map(after.clients.map((clients) => [clients.group, clients]));
    const lost = activated.some(({ group }) => {
      const clients = left.get(group);
      return clients !== undefined && !canBeActivated(after, clients);
    });
    return lost ? [{ until: entry.at + lapseTime(estate), because: lossOf(entry) }] : [];
  });
}

/** The estate without what an entry takes away to the end of the run; `null` when it takes nothing of use to clients. */
function without(estate: EstateParameters, entry: TimelineEntry): EstateParameters | null {
  if (entry.type === 'retire') return withoutMachines(estate, entry.group, entry.count);
  const lasts = (length: Minutes | null) => length === null || entry.at + length >= estate.duration;
  if (entry.type === 'block' && lasts(entry.for)) {
    const link = estate.links.get(entry.link);
    if (link === undefined || !entry.services.includes('kms')) return null;
    const allow = link.allow.filter((service) => !entry.services.includes(service));
    return { ...estate, links: new Map([...estate.links, [entry.link, { ...link, allow }]]) };
  }
  if (entry.type !== 'down' || !lasts(entry.for)) return null;
  if (estate.hosts.has(entry.target)) return { ...estate, hosts: less(estate.hosts, entry.target) };
  return estate.links.has(entry.target) ? { ...estate, links: less(estate.links, entry.target) } : null;
}

function withoutMachines(
  estate: EstateParameters,
  name: string,
  count: number | null,
): EstateParameters | null {
  const group = estate.groups.get(name);
  if (group === undefined) return null;
  const left = count === null ? 0 : Math.max(0, group.count - count);
  return { ...estate, groups: new Map([...estate.groups, [name, { ...group, count: left }]]) };
}

function less<Value>(values: ReadonlyMap<string, Value>, name: string): Map<string, Value> {
  return new Map([...values].filter(([key]) => key !== name));
}

function lossOf(entry: TimelineEntry): string {
  if (entry.type === 'retire') return `the retirement of \`${entry.group}\``;
  if (entry.type === 'block') return `the block of \`${entry.link}\``;
  return entry.type === 'down' ? `the loss of \`${entry.target}\`` : 'this';
}

/** Validations that find machines Non-Genuine, at their installation's group or in the timeline. */
function nonGenuine({ estate }: Design): Horizon[] {
  const first = [...estate.groups].flatMap(([group, { genuine }]) =>
    genuine?.result === 'non-genuine' ? [{ group, at: genuine.validate }] : [],
  );
  const later = estate.timeline.flatMap((entry) =>
    entry.type === 'validate' && entry.result === 'non-genuine' ? [{ group: entry.group, at: entry.at }] : [],
  );
  return [...first, ...later]
    .filter(({ at }) => at < estate.duration)
    .map(({ group, at }) => ({
      until: at + estate.rules.nonGenuineGrace,
      because: `the validation of \`${group}\``,
    }));
}
