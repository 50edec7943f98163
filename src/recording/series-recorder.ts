import { MINUTES_PER_DAY } from '../engine/time.ts';
import type { AttemptTally } from '../model/attempts.ts';
import { CONDITION_COUNT, type Condition } from '../model/conditions.ts';
import type { TimelineEntry } from '../model/parameters.ts';
import type { World } from '../model/world.ts';
import type { OutageSpan, RunSeries } from './run-series.ts';

/** Collects what charts show: a few numbers a day for each group and host. */
export class SeriesRecorder {
  readonly #world: World;
  readonly #series: RunSeries;
  #before: AttemptTally;
  #passagesBefore = 0;

  /**
   * @param title the scenario's
   * @param start ISO date of minute 0
   */
  constructor(world: World, title: string, start: string) {
    this.#world = world;
    const { duration, timeline } = world.parameters;
    const days = Math.ceil(duration / MINUTES_PER_DAY);
    const column = () => new Int32Array(days);
    this.#series = {
      title,
      start,
      days,
      groups: world.machines.groups.map(({ name }) => ({
        name,
        conditions: Array.from({ length: CONDITION_COUNT }, column),
      })),
      hosts: world.hosts.all.map(({ name }) => ({ name, counts: column().fill(-1) })),
      activations: column(),
      noHost: column(),
      refused: column(),
      countTooLow: column(),
      outages: outagesOf(timeline, duration),
    };
    this.#before = { ...world.attempts.tally };
  }

  /** Notes the numbers of a day that is over. */
  endDay(day: number): void {
    const { machines, ledger, hosts, attempts } = this.#world;
    const series = this.#series;
    for (const group of machines.groups) {
      for (let condition = 0; condition < CONDITION_COUNT; condition += 1)
        series.groups[group.id].conditions[condition][day] = ledger.members(group, condition as Condition);
    }
    for (const host of hosts.all) {
      if (host.online) series.hosts[host.id].counts[day] = hosts.count(host);
    }
    const { tally } = attempts;
    series.activations[day] = ledger.passages - this.#passagesBefore;
    this.#passagesBefore = ledger.passages;
    series.noHost[day] = tally.noHost - this.#before.noHost;
    series.refused[day] = tally.refused - this.#before.refused;
    series.countTooLow[day] = tally.countTooLow - this.#before.countTooLow;
    this.#before = { ...tally };
  }

  /** What was collected. */
  get series(): RunSeries {
    return this.#series;
  }
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
