import { MINUTES_PER_DAY, type Minute, type Minutes } from '../engine/time.ts';
import { CONDITION_COUNT, type Condition } from '../model/definitions/conditions.ts';
import type { Family } from '../model/definitions/families.ts';
import type { KeyId } from '../model/definitions/ids.ts';
import type { CountEvent } from '../model/definitions/observer.ts';
import type { TimelineEntry } from '../model/definitions/parameters.ts';
import type { AttemptTally } from '../model/licensing/attempts.ts';
import type { Simulation } from '../model/simulation.ts';
import { surroundingsOf } from './group-surroundings.ts';
import type { OutageSpan, RunSeries, TimeMark } from './run-series.ts';
import { hasOffice } from './tables/office-table.ts';
import { timelineMarks } from './timeline-marks.ts';

const MAX_CROSSINGS = 1000;

/** Collects what charts show: a few numbers a step for each group and host. */
export class SeriesRecorder {
  private readonly simulation: Simulation;
  private readonly recorded: RunSeries;
  private readonly maks: readonly KeyId[];
  private before: AttemptTally;
  private passagesBefore = 0;
  /** Random failures that are over, and since when others last. */
  private readonly failures: OutageSpan[] = [];
  private readonly failing = new Map<string, Minute>();
  /** Thresholds that were passed. */
  private readonly crossings: TimeMark[] = [];

  /**
   * @param title the scenario's
   * @param start ISO date of minute 0
   * @param step minutes from one noting to the next
   */
  constructor(simulation: Simulation, title: string, start: string, step: Minutes = MINUTES_PER_DAY) {
    this.simulation = simulation;
    const { duration, timeline } = simulation.estate.parameters;
    const days = Math.ceil(duration / MINUTES_PER_DAY);
    const steps = Math.ceil(duration / step);
    const column = () => new Int32Array(steps);
    const { table } = simulation.estate.keys;
    this.maks = [...table.names.keys()]
      .map((id) => id as KeyId)
      .filter((id) => simulation.estate.keys.typeOf(id) === 'mak');
    this.recorded = {
      title,
      start,
      days,
      step,
      steps,
      groups: simulation.estate.machines.groups.map(({ name, parameters: group }) => ({
        name,
        surroundings: surroundingsOf(simulation.estate.parameters, name, group),
        conditions: Array.from({ length: CONDITION_COUNT }, column),
      })),
      office: hasOffice(simulation.estate.parameters)
        ? { conditions: Array.from({ length: CONDITION_COUNT }, column) }
        : null,
      hosts: simulation.estate.hosts.all.map(({ name }) => ({
        name,
        counts: column().fill(-1),
        serving: new Uint8Array(steps),
      })),
      maks: this.maks.map((id) => ({ name: table.names[id], used: column(), remaining: column() })),
      clientFamilies: clientFamilies(simulation),
      activations: column(),
      noHost: column(),
      refused: column(),
      countTooLow: column(),
      outages: outagesOf(timeline, duration),
      marks: timelineMarks(simulation.estate.parameters),
    };
    this.before = { ...simulation.estate.attempts.tally };
  }

  /** Notes the numbers of a step that is over. */
  endStep(step: number): void {
    const { machines, history, officeLicenses, hosts, keys, attempts } = this.simulation.estate;
    const series = this.recorded;
    for (const group of machines.groups) {
      for (let condition = 0; condition < CONDITION_COUNT; condition += 1)
        series.groups[group.id].conditions[condition][step] = history.members(group, condition as Condition);
    }
    series.office?.conditions.forEach((column, condition) => {
      column[step] = officeLicenses.members(condition as Condition);
    });
    for (const host of hosts.all) {
      if (!host.online) continue;
      const { counts, serving } = series.hosts[host.id];
      counts[step] = hosts.count(host);
      serving[step] = Number(hosts.isUp(host) && host.serving);
    }
    for (const [index, id] of this.maks.entries()) {
      series.maks[index].used[step] = keys.used(id);
      series.maks[index].remaining[step] = keys.remaining(id);
    }
    const { tally } = attempts;
    series.activations[step] = history.totalActivations - this.passagesBefore;
    this.passagesBefore = history.totalActivations;
    series.noHost[step] = tally.noHost - this.before.noHost;
    series.refused[step] = tally.refused - this.before.refused;
    series.countTooLow[step] = tally.countTooLow - this.before.countTooLow;
    this.before = { ...tally };
  }

  /** A host's count passed a threshold; of very many passings the first are kept. */
  countPassed(event: CountEvent, host: string, threshold: number): void {
    if (this.crossings.length === MAX_CROSSINGS) return;
    const verb = event === 'threshold-reached' ? 'reaches' : 'loses';
    this.crossings.push({
      minute: this.simulation.now,
      subject: host,
      label: `${host} ${verb} ${threshold}`,
      passed: { event, threshold },
    });
  }

  /** Something begins to fail at random. */
  failureBegins(name: string): void {
    if (!this.failing.has(name)) this.failing.set(name, this.simulation.now);
  }

  /** Something is up again; it may have failed before. */
  isUp(name: string): void {
    const from = this.failing.get(name);
    if (from === undefined) return;
    this.failures.push(failure(name, from, this.simulation.now));
    this.failing.delete(name);
  }

  /** What was collected. */
  get series(): RunSeries {
    const to = this.simulation.estate.parameters.duration;
    const lasting = [...this.failing].map(([name, from]) => failure(name, from, to));
    const marks = [...this.recorded.marks, ...this.crossings].sort((a, b) => a.minute - b.minute);
    return { ...this.recorded, outages: [...this.recorded.outages, ...this.failures, ...lasting], marks };
  }
}

/** Of the groups that are KMS clients, or become so. */
function clientFamilies({ estate: { machines, parameters } }: Simulation): Family[] {
  const converted = new Set<string>();
  for (const entry of parameters.timeline) {
    if (entry.type === 'convert' && entry.method.type === 'kms') converted.add(entry.group);
  }
  const groups = machines.groups.filter(({ name, method }) => method.type === 'kms' || converted.has(name));
  return [...new Set(groups.map(({ system }) => system.family))];
}

function outagesOf(timeline: readonly TimelineEntry[], duration: number): OutageSpan[] {
  const spans: OutageSpan[] = [];
  for (const entry of timeline) {
    if ((entry.type !== 'down' && entry.type !== 'block') || entry.at >= duration) continue;
    const to = entry.for === null ? duration : Math.min(duration, entry.at + entry.for);
    spans.push({ ...affected(entry), from: entry.at, to });
  }
  return spans;
}

function affected(entry: Extract<TimelineEntry, { type: 'down' | 'block' }>) {
  if (entry.type === 'down') return { label: `${entry.target} down`, subject: entry.target, services: [] };
  const { link, services } = entry;
  return { label: `${link} blocks ${services.join(', ')}`, subject: link, services };
}

function failure(subject: string, from: Minute, to: Minute): OutageSpan {
  return { label: `${subject} fails`, subject, services: [], from, to };
}
