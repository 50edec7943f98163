import { type Minute, type Minutes, NEVER } from '../../engine/time.ts';
import type {
  EstateParameters,
  GroupParameters,
  MethodParameters,
  TimelineEntry,
} from '../../model/definitions/parameters.ts';
import { groupBy } from './group-by.ts';
import { timelineIndex } from './timeline-index.ts';

/** A method that takes activations of a MAK's pool. */
type MakMethod = Extract<MethodParameters, { readonly key: string }>;

/** A time in which a group's machines are activated by one MAK: from `from` on, before `to`. */
interface Span {
  readonly from: Minute;
  readonly to: Minute;
  readonly method: MakMethod;
}

/**
 * Activations that a design takes from a MAK's pool before a minute: one for each machine when it is installed, and
 * again when it is rebuilt or its hardware changes for good. A VAMT that keeps confirmations activates a rebuilt
 * machine without Microsoft. Whether Microsoft can be reached is not asked; a change of hardware that is not certain
 * counts by its chance, so that the result need not be whole.
 */
export function makDemand(estate: EstateParameters, key: string, until: Minute): number {
  let demand = 0;
  for (const { group, span, rebuilds } of usesOf(estate).get(key) ?? []) {
    const end = Math.min(until, span.to);
    for (const { at, machines } of installations(group))
      demand += machines * demandOfMachine(estate, group, span, at, end, rebuilds);
  }
  return demand;
}

/** A time in which a group is activated by a MAK. */
interface Use {
  readonly group: GroupParameters;
  readonly span: Span;
  /** When the timeline rebuilds the group. */
  readonly rebuilds: readonly Minute[];
}

/** The uses of each key, of estates that were asked about: their tables ask for every key and many moments. */
const USES = new WeakMap<EstateParameters, ReadonlyMap<string, readonly Use[]>>();

function usesOf(estate: EstateParameters): ReadonlyMap<string, readonly Use[]> {
  const known = USES.get(estate);
  if (known !== undefined) return known;
  const entries = timelineIndex(estate);
  const all = [...estate.groups].flatMap(([name, group]): Use[] => {
    const own = entries.ofGroup(name).map(({ entry }) => entry);
    const rebuilds = own.flatMap((entry) => (entry.type === 'rebuild' ? [entry.at] : []));
    return spansOf(own, estate.duration, group).map((span) => ({ group, span, rebuilds }));
  });
  const uses = groupBy(all, ({ span }) => span.method.key);
  USES.set(estate, uses);
  return uses;
}

/** The largest number of activations by which a MAK's demand is ahead of its pool at any time of the run; 0 when never. */
export function makShortage(estate: EstateParameters, key: string): number {
  const parameters = estate.keys.get(key);
  if (parameters?.type !== 'mak') return 0;
  let pool = parameters.activations;
  let worst = 0;
  let latest = -1;
  for (const { entry } of timelineIndex(estate).ofKey(key)) {
    if (entry.type !== 'raise' || entry.at >= estate.duration) continue;
    // Before the first raise of its minute.
    if (entry.at > latest) worst = Math.max(worst, makDemand(estate, key, entry.at) - pool);
    latest = entry.at;
    pool += entry.activations;
  }
  return Math.ceil(Math.max(worst, makDemand(estate, key, estate.duration) - pool));
}

/**
 * When a group uses a MAK: from the start, or from a conversion on, to the next one.
 *
 * @param own the timeline's entries about the group, in the order of their minutes
 */
function spansOf(own: readonly TimelineEntry[], duration: Minute, group: GroupParameters): Span[] {
  const changes: { readonly at: Minute; readonly method: MethodParameters | null }[] = [
    { at: 0, method: group.method },
  ];
  for (const entry of own) {
    if (entry.type === 'convert') changes.push({ at: entry.at, method: entry.method });
    if (entry.type === 'retire' && entry.count === null) changes.push({ at: entry.at, method: null });
  }
  return changes.flatMap(({ at, method }, index) =>
    method === null || !isMak(method) ? [] : [{ from: at, to: changes[index + 1]?.at ?? duration, method }],
  );
}

function isMak(method: MethodParameters): method is MakMethod {
  return 'key' in method;
}

/** Of larger groups so many moments of installation are looked at, each with its part of the machines. */
const MAX_INSTALLATIONS = 10_000;

/** When how many machines are installed. A random order is spread as evenly as it is on average. */
function installations({ count, install }: GroupParameters): { at: Minute; machines: number }[] {
  if (install.over === 0) return [{ at: install.at, machines: count }];
  const parts = Math.min(count, MAX_INSTALLATIONS);
  return Array.from({ length: parts }, (_, index) => ({
    at: install.at + Math.floor((install.over * index) / parts),
    machines: count / parts,
  }));
}

function demandOfMachine(
  estate: EstateParameters,
  group: GroupParameters,
  { from, method }: Span,
  installed: Minute,
  until: Minute,
  timelineRebuilds: readonly Minute[],
): number {
  const begin = Math.max(installed, from);
  if (begin >= until) return 0;
  const keeps = method.type === 'mak-proxy' && estate.vamts.get(method.vamt)?.keepsConfirmations === true;
  const forced = timelineRebuilds.filter((at) => at > installed && at < until).sort((a, b) => a - b);
  const rebuilds = keeps ? 0 : rebuildsBetween(installed, begin, until, group.rebuildEvery, forced);
  return 1 + rebuilds + hardwareChanges(estate, group, installed, begin, until);
}

/** Rebuilds of a machine after `begin` and before `until`: every so often since the latest, and when it is told to. */
function rebuildsBetween(
  installed: Minute,
  begin: Minute,
  until: Minute,
  every: Minutes | null,
  forced: readonly Minute[],
): number {
  let count = 0;
  let latest = installed;
  for (const next of [...forced, NEVER]) {
    if (every !== null) count += multiplesBetween(latest, every, begin, Math.min(next, until));
    if (next === NEVER) break;
    if (next > begin) count += 1;
    latest = next;
  }
  return count;
}

/** How many of `origin + every`, `origin + 2 every`, ... come after `begin` and before `until`. */
function multiplesBetween(origin: Minute, every: Minutes, begin: Minute, until: Minute): number {
  const before = (minute: Minute) => Math.max(0, Math.floor((minute - 1 - origin) / every));
  return Math.max(0, before(until) - before(begin + 1));
}

/** Changes of hardware after which a MAK machine is activated with Microsoft again, each weighted by its chance. */
function hardwareChanges(
  { rules }: EstateParameters,
  { hardwareChange }: GroupParameters,
  installed: Minute,
  begin: Minute,
  until: Minute,
): number {
  if (hardwareChange === null) return 0;
  const { part, every, chance } = hardwareChange;
  const isMajor = part === 'motherboard' || (part === 'disk' && rules.makDiskOutOfTolerance);
  return isMajor ? chance * multiplesBetween(installed, every, begin, until) : 0;
}
