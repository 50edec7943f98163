import { describe, expect, test } from 'vitest';
import { TABLES, type TableName } from '../../src/recording/tables/columns.ts';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** An estate in which much is drawn. */
const DRAWN: RunSketch = {
  duration: days(30),
  hosts: { 'kms-1': {}, 'kms-2': {} },
  groups: {
    pc: { count: 40, install: { at: 0, over: days(5), order: 'random' } },
    server: { count: 6, os: 'server-2008-standard', install: { at: 0, over: days(5), order: 'random' } },
  },
  failures: { 'kms-1': { every: days(3), for: 600 } },
};

const textOf = (sketch: RunSketch) => {
  const { lines } = record(sketch);
  return TABLE_NAMES.map((name) => lines(name).join('\n')).join('\n\n');
};

describe('a recorded run', () => {
  test('gives the same tables, figures and story each time', () => {
    expect(textOf({ ...DRAWN, events: 'all' })).toBe(textOf({ ...DRAWN, events: 'all' }));
    expect(JSON.stringify(record(DRAWN).outcome)).toBe(JSON.stringify(record(DRAWN).outcome));
  });

  test('gives other tables with another seed', () => {
    expect(textOf(DRAWN)).not.toBe(textOf({ ...DRAWN, seed: '43' }));
  });

  test('judges the expectations of its scenario', () => {
    const expectation = { figure: 'groups.pc.licensedAtEnd', file: 'main.yaml', line: 9 } as const;
    const { outcome } = record({
      rules: EASY,
      groups: { pc: { count: 2 } },
      expectations: [
        { ...expectation, comparison: 'atLeast', value: 2 },
        { ...expectation, comparison: 'above', value: 2 },
      ],
    });
    expect(outcome.failedExpectations).toEqual([
      { ...expectation, comparison: 'above', value: 2, actual: 2 },
    ]);
  });
});
