import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONDITION_NAMES, type Condition } from '../../src/model/definitions/conditions.ts';
import type { KeyId, MachineId } from '../../src/model/definitions/ids.ts';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import type { Rules } from '../../src/model/definitions/rules.ts';
import { clientSideOf } from '../../src/model/definitions/system-lookups.ts';
import type { SystemName } from '../../src/model/definitions/systems.ts';
import { ESTATE } from './arbitrary-estate.ts';
import { type EstateSketch, estate } from './estate.ts';
import { wrongCounts } from './naive-host.ts';
import { run } from './queries.ts';
import { type Trace, type TraceLine, trace } from './trace.ts';

const CONDITIONS = CONDITION_NAMES.map((_, condition) => condition as Condition);
/** The activation threshold of a system's clients. */
const thresholdOf = (os: SystemName, rules: Rules) => rules[clientSideOf(os).threshold];
const RUNS = { seed: 4, numRuns: 100 };

/** Checks something of every random estate, run to its end. */
const ofEveryEstate = (check: (result: Trace, parameters: EstateParameters) => void) =>
  fc.assert(
    fc.property(ESTATE, (sketch) => {
      const parameters = estate(sketch);
      check(trace(parameters), parameters);
    }),
    RUNS,
  );

const machinesOf = ({ simulation }: Trace) =>
  Array.from({ length: simulation.estate.machines.count }, (_, machine) => machine as MachineId);

/** The minutes from a machine's installation to its retirement or the end. */
function lifeOf({ simulation }: Trace, machine: MachineId, end: number): number {
  if (!simulation.estate.machines.wasInstalled(machine)) return 0;
  return (
    Math.min(simulation.estate.machines.retiredAt(machine), end) -
    simulation.estate.machines.installedAt(machine)
  );
}

/** The lines about a machine while it is in service; those of its messages to Microsoft have no condition. */
function conditionLines(result: Trace, machine: MachineId): TraceLine[] {
  const lines = result
    .of(result.simulation.estate.machines.nameOf(machine))
    .filter(({ condition }) => condition !== '');
  const last = lines.findIndex(({ event }) => event === 'retired');
  return last === -1 ? lines : lines.slice(0, last + 1);
}

/** The minutes that a machine spent in each condition, read off its lines. */
function minutesTold(result: Trace, machine: MachineId, end: number): Record<string, number> {
  const minutes = Object.fromEntries(CONDITION_NAMES.map((condition) => [condition, 0]));
  const lines = conditionLines(result, machine);
  for (const [index, { event, minute, condition }] of lines.entries())
    if (event !== 'retired') minutes[condition] += (lines[index + 1]?.minute ?? end) - minute;
  return minutes;
}

describe('in every estate', () => {
  test('every count is that of a naive host, and none is above the capacity', () => {
    ofEveryEstate((result, parameters) => {
      const { rules, groups } = parameters;
      // A host that is given a key anew forgets its clients, which the naive host does not know.
      if (!parameters.timeline.some(({ type }) => type === 'rekey'))
        expect(wrongCounts(parameters, result)).toEqual([]);
      const largest = Math.max(...[...groups.values()].map(({ os }) => thresholdOf(os, rules)));
      const counts = [...result.lines.map(({ count }) => count), ...Object.values(result.dailyCounts).flat()];
      expect(Math.max(...counts)).toBeLessThanOrEqual(largest * rules.recordsPerThreshold);
    });
  });

  test('nothing is activated or renewed below the threshold, and nothing is turned away above it', () => {
    ofEveryEstate((result, { groups, rules }) => {
      for (const { event, subject, count } of result.lines) {
        const group = groups.get(subject.replace(/-\d+$/, ''));
        if (group === undefined || count < 0) continue;
        const threshold = thresholdOf(group.os, rules);
        expect([event, count >= threshold]).toEqual([event, event !== 'count-too-low']);
      }
    });
  });

  test('the minutes in the conditions add up to each machine’s life', () => {
    ofEveryEstate((result, { duration }) => {
      for (const machine of machinesOf(result)) {
        const minutes = CONDITIONS.map((condition) =>
          result.simulation.estate.history.minutesIn(machine, condition, duration),
        );
        expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0);
        expect(minutes.reduce((sum, each) => sum + each)).toBe(lifeOf(result, machine, duration));
      }
    });
  });

  test('the minutes in the conditions are those that the announcements tell', () => {
    ofEveryEstate((result, { duration }) => {
      for (const machine of machinesOf(result)) {
        const told = minutesTold(result, machine, duration);
        for (const condition of CONDITIONS)
          expect(result.simulation.estate.history.minutesIn(machine, condition, duration)).toBe(
            told[CONDITION_NAMES[condition]],
          );
      }
    });
  });

  test('a machine in service is in one condition: the members of a group add up', () => {
    ofEveryEstate((result) => {
      const { machines, history } = result.simulation.estate;
      for (const group of machines.groups) {
        const own = machinesOf(result).filter((machine) => machines.groupOf(machine) === group);
        const inService = own.filter((machine) => machines.inService(machine));
        for (const condition of CONDITIONS)
          expect(history.members(group, condition)).toBe(
            inService.filter((machine) => history.conditionOf(machine) === condition).length,
          );
      }
    });
  });

  test('passages into Licensed, renewals and failures are as many as were announced', () => {
    ofEveryEstate((result) => {
      const { history, attempts } = result.simulation.estate;
      for (const machine of machinesOf(result)) {
        const lines = conditionLines(result, machine);
        const told = (...events: string[]) => lines.filter(({ event }) => events.includes(event)).length;
        const passages = lines.filter(
          ({ condition }, index) => condition === 'Licensed' && lines[index - 1]?.condition !== 'Licensed',
        );
        expect(history.activations(machine)).toBe(passages.length);
        const renewedWhileLicensed = lines.filter(
          ({ event, condition }) => event === 'renewed' && condition === 'Licensed',
        );
        expect(attempts.renewals(machine)).toBe(renewedWhileLicensed.length);
        expect(attempts.failures(machine)).toBe(told('no-host', 'refused', 'key-exhausted'));
        expect(attempts.tooLow(machine)).toBe(told('count-too-low'));
      }
    });
  });

  test('what is used and what remains of a key add up, and neither is negative', () => {
    ofEveryEstate((result, { keys }) => {
      for (const [index, key] of [...keys.values()].entries()) {
        const [used, remaining] = [
          result.simulation.estate.keys.used(index as KeyId),
          result.simulation.estate.keys.remaining(index as KeyId),
        ];
        expect(used).toBeGreaterThanOrEqual(0);
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(used + remaining).toBe(
          key.type === 'kms' ? key.hosts * key.activationsPerHost : key.activations,
        );
      }
    });
  });

  test('time never runs backwards and stays within the run', () => {
    ofEveryEstate((result, { duration }) => {
      const minutes = result.lines.map(({ minute }) => minute);
      expect(minutes).toEqual([...minutes].sort((one, other) => one - other));
      for (const minute of minutes) expect(minute).toBeLessThan(duration);
    });
  });
});

describe('common random numbers', () => {
  /** Computers on an island with a host and a zone of their own, before or behind all others. */
  function withIsland(sketch: EstateSketch, before: boolean): EstateSketch {
    const add = <Value>(others: Record<string, Value> | undefined, name: string, own: Value) =>
      before ? { [name]: own, ...others } : { ...others, [name]: own };
    const install = { at: 0, over: 5000, order: 'random' } as const;
    const uptime = { days: new Array<boolean>(7).fill(true), on: 300, off: 900, jitter: 60 };
    const group = { count: 7, network: 'island', install, uptime, os: 'server-2008-web' } as const;
    return {
      ...sketch,
      networks: add(sketch.networks, 'island', { zone: 'island.zone' }),
      zones: add(sketch.zones, 'island.zone', { network: 'island' }),
      keys: add(sketch.keys, 'island-key', {
        type: 'kms',
        group: 'server-c',
        hosts: 6,
        activationsPerHost: 10,
      }),
      hosts: add(sketch.hosts, 'island-host', { network: 'island', key: 'island-key' }),
      groups: add(sketch.groups, 'islanders', group),
    };
  }

  test('the same parameters give the same trace twice', () => {
    fc.assert(
      fc.property(ESTATE, (sketch) => {
        expect(run(sketch).lines).toEqual(run(sketch).lines);
      }),
      RUNS,
    );
  });

  test('an unrelated group on a network of its own leaves all other lines as they were', () => {
    fc.assert(
      fc.property(ESTATE, fc.boolean(), (sketch, before) => {
        const lines = run(withIsland(sketch, before)).lines;
        expect(lines.some(({ subject }) => subject === 'islanders-0007')).toBe(true);
        expect(lines.filter(({ subject }) => !subject.startsWith('island'))).toEqual(run(sketch).lines);
      }),
      RUNS,
    );
  });
});
