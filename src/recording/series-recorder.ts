import { MINUTES_PER_DAY, type Minute } from '../engine/time.ts';
import type { AttemptTally } from '../model/attempts.ts';
import { CONDITION_COUNT, type Condition } from '../model/conditions.ts';
import type { Family } from '../model/editions.ts';
import type { KeyId } from '../model/ids.ts';
import type { TimelineEntry } from '../model/parameters.ts';
import type { World } from '../model/world.ts';
import type { OutageSpan, RunSeries } from './run-series.ts';

/** Collects what charts show: a few numbers a day for each group and host. */
export class SeriesRecorder {
  private readonly world: World;
  private readonly recorded: RunSeries;
  private readonly maks: readonly KeyId[];
  private before: AttemptTally;
  private passagesBefore = 0;
  /** Random failures that are over, and since when others last. */
  private readonly failures: OutageSpan[] = [];
  private readonly failing = new Map<string, Minute>();

  /**
   * @param title the scenario's
   * @param start ISO date of minute 0
   */
  constructor(world: World, title: string, start: string) {
    this.world = world;
    const { duration, timeline } = world.parameters;
    const days = Math.ceil(duration / MINUTES_PER_DAY);
    const column = () => new Int32Array(days);
    const { table } = world.keys;
    this.maks = [...table.names.keys()]
      .map((id) => id as KeyId)
      .filter((id) => world.keys.typeOf(id) === 'mak');
    this.recorded = {
      title,
      start,
      days,
      groups: world.machines.groups.map(({ name }) => ({
        name,
        conditions: Array.from({ length: CONDITION_COUNT }, column),
      })),
      hosts: world.hosts.all.map(({ name }) => ({
        name,
        counts: column().fill(-1),
        serving: new Uint8Array(days),
      })),
      maks: this.maks.map((id) => ({ name: table.names[id], remaining: column() })),
      clientFamilies: clientFamilies(world),
      activations: column(),
      noHost: column(),
      refused: column(),
      countTooLow: column(),
      outages: outagesOf(timeline, duration),
    };
    this.before = { ...world.attempts.tally };
  }

  /** Notes the numbers of a day that is over. */
  endDay(day: number): void {
    const { machines, ledger, hosts, keys, attempts } = this.world;
    const series = this.recorded;
    for (const group of machines.groups) {
      for (let condition = 0; condition < CONDITION_COUNT; condition += 1)
        series.groups[group.id].conditions[condition][day] = ledger.members(group, condition as Condition);
    }
    for (const host of hosts.all) {
      if (!host.online) continue;
      const { counts, serving } = series.hosts[host.id];
      counts[day] = hosts.count(host);
      serving[day] = Number(hosts.isUp(host) && host.serving);
    }
    for (const [index, id] of this.maks.entries()) series.maks[index].remaining[day] = keys.remaining(id);
    const { tally } = attempts;
    series.activations[day] = ledger.passages - this.passagesBefore;
    this.passagesBefore = ledger.passages;
    series.noHost[day] = tally.noHost - this.before.noHost;
    series.refused[day] = tally.refused - this.before.refused;
    series.countTooLow[day] = tally.countTooLow - this.before.countTooLow;
    this.before = { ...tally };
  }

  /** Something begins to fail at random. */
  failureBegins(name: string): void {
    if (!this.failing.has(name)) this.failing.set(name, this.world.now);
  }

  /** Something is up again; it may have failed before. */
  isUp(name: string): void {
    const from = this.failing.get(name);
    if (from === undefined) return;
    this.failures.push({ label: `${name} fails`, from, to: this.world.now });
    this.failing.delete(name);
  }

  /** What was collected. */
  get series(): RunSeries {
    const to = this.world.parameters.duration;
    const lasting = [...this.failing].map(([name, from]) => ({ label: `${name} fails`, from, to }));
    return { ...this.recorded, outages: [...this.recorded.outages, ...this.failures, ...lasting] };
  }
}

/** Of the groups that are KMS clients, or become so. */
function clientFamilies({ machines, parameters }: World): Family[] {
  const converted = new Set<string>();
  for (const entry of parameters.timeline) {
    if (entry.type === 'convert' && entry.method.type === 'kms') converted.add(entry.group);
  }
  const groups = machines.groups.filter(({ name, method }) => method.type === 'kms' || converted.has(name));
  return [...new Set(groups.map(({ edition }) => edition.family))];
}

function outagesOf(timeline: readonly TimelineEntry[], duration: number): OutageSpan[] {
  const spans: OutageSpan[] = [];
  for (const entry of timeline) {
    if ((entry.type !== 'down' && entry.type !== 'block') || entry.at >= duration) continue;
    const label =
      entry.type === 'down' ? `${entry.target} down` : `${entry.link} blocks ${entry.services.join(', ')}`;
    const to = entry.for === null ? duration : Math.min(duration, entry.at + entry.for);
    spans.push({ label, from: entry.at, to });
  }
  return spans;
}
