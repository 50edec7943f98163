import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONDITION_NAMES } from '../../src/model/definitions/conditions.ts';
import type { Cell } from '../../src/recording/tables/tables.ts';
import { ESTATE } from '../model/arbitrary-estate.ts';
import { type Recorded, record } from './recorded.ts';

/** What holds for the tables and figures of any estate. */

const sum = (values: Iterable<Cell>) =>
  [...values].reduce<number>((total, value) => total + Number(value), 0);

/** Checks many random estates of a fixed seed. */
function forAll(check: (recorded: Recorded) => void): void {
  const property = fc.property(ESTATE, (sketch) => check(record({ ...sketch, events: 'all' })));
  fc.assert(property, { numRuns: 60, seed: 20_080_303 });
}

describe('of any estate', () => {
  test('the minutes of a machine in its conditions are those of its service', () => {
    forAll(({ rows, simulation }) => {
      for (const row of rows('machines.csv')) {
        const [installed, retired] = [row[9], row[21]];
        const end = retired === '' ? simulation.estate.parameters.duration : Number(retired);
        expect(sum(row.slice(14, 20))).toBe(installed === '' ? 0 : end - Number(installed));
      }
    });
  });

  test('the machines of a group in service are each in one condition', () => {
    forAll(({ rows }) => {
      for (const row of rows('daily.csv')) expect(sum(row.slice(4))).toBe(row[3]);
    });
  });

  test('passages into Licensed are the same in the series, the summary and machines.csv', () => {
    forAll(({ rows, outcome }) => {
      const passages = sum(rows('machines.csv').map((row) => row[11]));
      expect(outcome.summary).toMatchObject({ machines: { activations: passages } });
      expect(sum(outcome.series.activations)).toBe(passages);
    });
  });

  test('requests of a host are those that were refused, answered too low, activated or renewed', () => {
    forAll(({ rows }) => {
      const answered = rows('events.csv').filter((row) => row[6] !== '' && row[2] !== 'no-host');
      const byHost = (name: Cell) => answered.filter((row) => row[6] === name).length;
      for (const host of new Set(rows('hosts.csv').map((row) => row[2]))) {
        const own = rows('hosts.csv').filter((row) => row[2] === host);
        expect(sum(own.map((row) => row[6]))).toBe(byHost(host));
      }
    });
  });

  test('events come in the order of time, with conditions by their names', () => {
    forAll(({ rows }) => {
      const events = rows('events.csv');
      const minutes = events.map(([minute]) => Number(minute));
      expect(minutes).toEqual(minutes.toSorted((one, other) => one - other));
      const names: readonly Cell[] = ['', ...CONDITION_NAMES];
      for (const row of events) {
        expect(names).toContain(row[8]);
        expect(names).toContain(row[9]);
      }
    });
  });

  test('messages are as many in microsoft.csv as in the summary', () => {
    forAll(({ rows, outcome }) => {
      expect(outcome.summary).toMatchObject({ microsoft: { messages: rows('microsoft.csv').length } });
    });
  });
});
