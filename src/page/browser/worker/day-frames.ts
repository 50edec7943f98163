import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import { CONDITION_COUNT, type Condition } from '../../../model/definitions/conditions.ts';
import { type Observer, SILENT_OBSERVER } from '../../../model/definitions/observer.ts';
import { Simulation } from '../../../model/simulation.ts';
import type { Scenario } from '../../../scenario/scenario.ts';

/** A day of a run, minute by minute: index 0 is its first minute. */
export interface DayFrames {
  readonly day: number;
  /** By group and number of the condition: machines in it at the end of the minute. */
  readonly groups: readonly (readonly Int32Array[])[];
  /** By host: CMID records at the end of the minute; -1 before it is online. */
  readonly counts: readonly Int32Array[];
  /** By host: 1 where it is up, activated and not in an end state. */
  readonly serving: readonly Uint8Array[];
}

/** Events between two reports of progress. */
const EVENTS_PER_REPORT = 50_000;

/** Runs a scenario to the end of a day, and notes what is at the end of each minute of it. */
export function dayFrames(
  { parameters }: Scenario,
  day: number,
  onProgress: (done: number) => void,
): DayFrames {
  let noteStart = () => {};
  const observer: Observer = {
    ...SILENT_OBSERVER,
    // The last thing of a day, and so what the next one begins with.
    dayEnded: (ended) => {
      if (ended === day - 1) noteStart();
    },
  };
  const simulation = new Simulation(parameters, () => observer);
  const { machines, hosts, history } = simulation.estate;
  const from = day * MINUTES_PER_DAY;
  const to = Math.min(from + MINUTES_PER_DAY, parameters.duration);
  const length = to - from;
  const groups = machines.groups.map(() =>
    Array.from({ length: CONDITION_COUNT }, () => new Int32Array(length)),
  );
  const counts = hosts.all.map(() => new Int32Array(length).fill(-1));
  const serving = hosts.all.map(() => new Uint8Array(length));
  const note = (index: number) => {
    for (const group of machines.groups)
      for (let condition = 0; condition < CONDITION_COUNT; condition += 1)
        groups[group.id][condition][index] = history.members(group, condition as Condition);
    for (const host of hosts.all) {
      counts[host.id][index] = host.online ? hosts.count(host) : -1;
      serving[host.id][index] = Number(host.online && hosts.isUp(host) && host.serving);
    }
  };
  const columns = [...groups.flat(), ...counts, ...serving];
  noteStart = () => note(0);
  let noted = 0;
  let events = 0;
  while (!simulation.run(1)) {
    const { now } = simulation;
    if (now >= to) break;
    events += 1;
    if (events % EVENTS_PER_REPORT === 0) onProgress(now / to);
    if (now < from) continue;
    const index = now - from;
    for (const column of columns) column.fill(column[noted], noted + 1, index + 1);
    noted = index;
    note(index);
  }
  for (const column of columns) column.fill(column[noted], noted + 1);
  return { day, groups, counts, serving };
}
