import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONDITION_NAMES, Condition } from '../../../src/model/definitions/conditions.ts';
import type { KeyId, MachineId } from '../../../src/model/definitions/ids.ts';
import type { EstateParameters, KeyParameters } from '../../../src/model/definitions/parameters.ts';
import type { Simulation } from '../../../src/model/simulation.ts';
import { type EstateSketch, estate } from '../estate.ts';
import { trace } from '../trace.ts';
import { MIXED_ESTATE } from './arbitrary-mixed-estate.ts';
import { type Watch, watchedRun } from './watched-run.ts';

const CONDITIONS = CONDITION_NAMES.map((_, condition) => condition as Condition);
const RUNS = { seed: 12, numRuns: 60 };

const ofEveryEstate = (check: (parameters: EstateParameters) => void) =>
  fc.assert(
    fc.property(MIXED_ESTATE, (sketch: EstateSketch) => check(estate(sketch))),
    RUNS,
  );

/** Watches every random estate. */
const watchEveryEstate = (watchOf: (parameters: EstateParameters) => Watch) =>
  ofEveryEstate((parameters) => {
    watchedRun(parameters, watchOf(parameters));
  });

const machinesOf = (simulation: Simulation) =>
  Array.from({ length: simulation.estate.machines.count }, (_, machine) => machine as MachineId);

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each);

/** What a key was granted up to the end of a minute: at first and by raises. */
function grantedBy(parameters: EstateParameters, name: string, key: KeyParameters, now: number): number {
  let activations = key.type === 'mak' ? key.activations : key.hosts * key.activationsPerHost;
  for (const entry of parameters.timeline) {
    if (entry.type !== 'raise' || entry.key !== name || entry.at > now) continue;
    activations += key.type === 'mak' ? entry.activations : entry.hosts * key.activationsPerHost;
  }
  return activations;
}

describe('the keys of a mixed estate', () => {
  test('never have less than nothing left, at no message and in no other moment', () => {
    watchEveryEstate(() => {
      const check = (simulation: Simulation) => {
        for (let key = 0; key < simulation.estate.keys.table.size; key += 1)
          if (simulation.estate.keys.remaining(key as KeyId) < 0) expect.fail(`key ${key} is overdrawn`);
      };
      return { onChange: check, onMessage: check, onDayEnd: check };
    });
  });

  test('have used and left what was granted, raises included', () => {
    watchEveryEstate((parameters) => ({
      onDayEnd: (simulation) => {
        for (const [name, key] of parameters.keys) {
          const id = simulation.estate.keys.table.idOf(name);
          expect(simulation.estate.keys.used(id) + simulation.estate.keys.remaining(id)).toBe(
            grantedBy(parameters, name, key, simulation.now),
          );
        }
      },
    }));
  });

  test('have used as many as Microsoft accepted', () => {
    ofEveryEstate((parameters) => {
      const accepted = new Map<KeyId, number>();
      const simulation = watchedRun(parameters, {
        onMessage: (_, { key, accepted: more, computers }) => {
          expect(more).toBeLessThanOrEqual(computers);
          accepted.set(key, (accepted.get(key) ?? 0) + more);
        },
      });
      for (let key = 0 as KeyId; key < simulation.estate.keys.table.size; key++)
        expect(simulation.estate.keys.used(key)).toBe(accepted.get(key) ?? 0);
    });
  });
});

describe('the machines of a mixed estate', () => {
  test('are each in one condition at the end of each day: the members are those in service', () => {
    watchEveryEstate(() => ({
      onDayEnd: ({ estate: { machines, history } }) => {
        for (const group of machines.groups) {
          const inService = Array.from(
            { length: group.count },
            (_, index) => (group.first + index) as MachineId,
          ).filter((machine) => machines.inService(machine));
          const members = CONDITIONS.map((condition) => history.members(group, condition));
          const found = CONDITIONS.map(
            (condition) => inService.filter((machine) => history.conditionOf(machine) === condition).length,
          );
          expect([members, sumOf(members)]).toEqual([found, inService.length]);
        }
      },
    }));
  });

  test('have minutes in conditions that add up to their life, on every day', () => {
    watchEveryEstate(() => ({
      onDayEnd: (simulation) => {
        const { machines, history } = simulation.estate;
        for (const machine of machinesOf(simulation)) {
          const until = Math.min(machines.retiredAt(machine), simulation.now + 1);
          const life = machines.wasInstalled(machine) ? until - machines.installedAt(machine) : 0;
          const minutes = CONDITIONS.map((condition) =>
            history.minutesIn(machine, condition, simulation.now + 1),
          );
          if (Math.min(...minutes) < 0 || sumOf(minutes) !== life)
            expect.fail(`${machines.nameOf(machine)} lived ${life} minutes, in conditions: ${minutes}`);
        }
      },
    }));
  });

  test('are only in conditions that their system has', () => {
    ofEveryEstate((parameters) => {
      const simulation = watchedRun(parameters, {});
      for (const machine of machinesOf(simulation)) {
        const { system } = simulation.estate.machines.groupOf(machine);
        const minutes = (condition: Condition) =>
          simulation.estate.history.minutesIn(machine, condition, parameters.duration);
        const foreign =
          system.endState === Condition.Unlicensed ? Condition.Notification : Condition.Unlicensed;
        expect(minutes(foreign)).toBe(0);
        if (system.family !== 'vista') expect(minutes(Condition.NonGenuineGrace)).toBe(0);
      }
    });
  });

  test('keep administrators at the telephone no longer than there are minutes', () => {
    ofEveryEstate((parameters) => {
      const { telephone } = watchedRun(parameters, {}).estate;
      const { telephoneAgents, telephoneCall } = parameters.rules;
      expect(telephone.minutes).toBeLessThan(telephoneAgents * (parameters.duration + telephoneCall));
    });
  });
});

describe('a mixed estate', () => {
  test('has the same trace whenever it is run', () => {
    ofEveryEstate((parameters) => {
      expect(trace(parameters).lines).toEqual(trace(parameters).lines);
    });
  });

  test('has everything in it somewhere: the generator reaches every event', () => {
    const seen = new Set<string>();
    ofEveryEstate((parameters) => {
      for (const { event } of trace(parameters).lines) seen.add(event);
    });
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'activated',
        'condition',
        'converted',
        'count-too-low',
        'hardware-changed',
        'host-refused',
        'key-exhausted',
        'message',
        'moved',
        'no-host',
        'raised',
        'rearmed',
        'rebuilt',
        'refused',
        'rekeyed',
        'renewed',
        'retired',
        'validated',
      ]),
    );
  });
});
