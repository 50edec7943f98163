import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { Design } from './design.ts';

/** A host that keeps clients whose threshold it no longer reaches, since others do not ask it any more. */
export interface Drain {
  readonly host: string;
  readonly threshold: number;
  /** The groups that are left. */
  readonly left: readonly string[];
  /** The maximum count of the host before, and after. */
  readonly before: number;
  readonly after: number;
}

/** Hosts that reach the threshold of their clients in one design and not in another with fewer clients. */
function drainsBetween(before: Design, after: Design): Drain[] {
  return [...before.estate.hosts.keys()].flatMap((host) => {
    const left = after.clientsOf(host).filter((clients) => after.refusal(host, clients) === null);
    const thresholds = [...new Set(left.map(({ threshold }) => threshold))].sort((a, b) => a - b);
    const counts = { before: before.countWithin(host), after: after.countWithin(host) };
    return thresholds
      .filter((threshold) => counts.before >= threshold && counts.after < threshold)
      .map((threshold) => ({
        host,
        threshold,
        left: left.filter((clients) => clients.threshold === threshold).map(({ group }) => group),
        ...counts,
      }));
  });
}

/** Hosts whose count Active Directory takes away: its members would be enough if they asked the host. */
export function directoryDrains(design: Design): Drain[] {
  if (design.members.length === 0) return [];
  return drainsBetween(new Design(withoutDomains(design.estate)), design);
}

/** Hosts whose count is taken away by conversions to another method, or to none, that the timeline has. */
export function conversionDrains(design: Design): Drain[] {
  const after = withConversions(design.estate);
  return after === null ? [] : drainsBetween(design, new Design(after));
}

function withoutDomains(estate: EstateParameters): EstateParameters {
  const groups = [...estate.groups].map(([name, group]) => [name, { ...group, domain: null }] as const);
  const timeline = estate.timeline.filter(({ type }) => type !== 'join');
  return { ...estate, groups: new Map(groups), timeline };
}

/** The estate with the methods that its groups have at last; `null` when none is converted away from KMS. */
function withConversions(estate: EstateParameters): EstateParameters | null {
  const entries = estate.timeline
    .filter(({ at }) => at < estate.duration)
    .sort((left, right) => left.at - right.at);
  const groups = new Map(estate.groups);
  for (const entry of entries) {
    const group = entry.type === 'convert' ? groups.get(entry.group) : undefined;
    if (entry.type === 'convert' && group !== undefined)
      groups.set(entry.group, { ...group, method: entry.method });
  }
  const leaves = [...estate.groups].some(
    ([name, { method }]) => method.type === 'kms' && groups.get(name)?.method.type !== 'kms',
  );
  return leaves ? { ...estate, groups } : null;
}
