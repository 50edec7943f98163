import { expect, test } from 'vitest';
import { figureNames } from '../../../src/experiments/replications/figure-names.ts';
import { replicate } from '../../../src/experiments/replications/replicate.ts';
import { observedSimulation } from '../../../src/model/observed-simulation.ts';
import { RunRecorder } from '../../../src/recording/run-recorder.ts';
import type { TableName } from '../../../src/recording/tables/columns.ts';
import type { Cell } from '../../../src/recording/tables/tables.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';

const SCENARIO = scenarioOf(`
duration: 50 d
networks: { core: { dns: corp, internet: true } }
dns: { corp: { network: core } }
keys: { kms-key: { type: kms, group: server-c } }
hosts: { kms-1: { network: core, os: server-2008-standard, key: kms-key } }
machines:
  desks: { count: 20, os: vista-business, network: core, install: { over: 9 d, order: random } }
  lab: { count: 4, os: server-2008-web, network: core, uptime: office-hours }
`);

/** The last rows of each day of `daily.csv`, added up over the groups. */
function recorded() {
  const rows: (string | number)[][] = [];
  const open = (name: TableName) => ({
    write: (row: readonly Cell[]) => {
      if (name === 'daily.csv') rows.push([...row]);
    },
  });
  const { simulation, observer: recorder } = observedSimulation(
    SCENARIO.parameters,
    (unobserved) => new RunRecorder(unobserved, { scenario: SCENARIO, events: 'none', open }),
  );
  simulation.run();
  for (const _ of recorder.recordMachines());
  const sum = (day: number, columns: readonly number[]) =>
    rows
      .filter((row) => row[0] === day)
      .reduce((total, row) => total + columns.reduce((part, column) => part + Number(row[column]), 0), 0);
  const numbers = Array.from({ length: 50 }, (_, day) => day);
  return {
    figures: recorder.finish().summary,
    licensed: numbers.map((day) => sum(day, [4])),
    ended: numbers.map((day) => sum(day, [8, 9])),
  };
}

test('replication 0 gives the figures and the days of `vasim run`', () => {
  const { figures, licensed, ended } = recorded();
  const result = replicate(SCENARIO.parameters, 0);
  expect(result.figures).toEqual(figures);
  expect(result.bands).toEqual({ licensed, ended });
  expect(ended.at(-1)).toBeGreaterThan(0);
});

test('replications differ, each of them is the same every time', () => {
  const figuresOf = (replication: number) => JSON.stringify(replicate(SCENARIO.parameters, replication));
  const all = [1, 2, 3].map(figuresOf);
  expect(new Set(all).size).toBe(3);
  expect([1, 2, 3].map(figuresOf)).toEqual(all);
});

test('the names of the figures are known without a run', () => {
  const names = figureNames(SCENARIO.parameters);
  expect(names).toContain('machines.timeToLicensed.p95');
  expect(names).toContain('hosts.kms-1.maxCount');
  const pathsOf = (figures: object, prefix = ''): string[] =>
    Object.entries(figures).flatMap(([name, value]) =>
      value === null || typeof value !== 'object'
        ? [`${prefix}${name}`]
        : pathsOf(value, `${prefix}${name}.`),
    );
  expect(names).toEqual(pathsOf(replicate(SCENARIO.parameters, 0).figures));
});
