import { describe, expect, test } from 'vitest';
import { failedExpectations, figureAt } from '../../src/recording/figures/expectations.ts';
import type { Expectation } from '../../src/scenario/scenario.ts';

const FIGURES = {
  machines: { total: 25, timeToLicensed: { p50: 120, p95: null } },
  hosts: {
    'kms-1': { requests: 3 },
    'kms-1.corp': { requests: 4 },
    'kms-1.corp.requests': { requests: 5 },
    'kms-2.requests': { requests: 6 },
    'kms-2': { requests: 7 },
  },
};

function failing(figure: string, comparison: Expectation['comparison'], value: number | null) {
  return failedExpectations(FIGURES, [{ figure, comparison, value, file: 'main.yaml', line: 1 }]);
}

describe('an expectation', () => {
  test.each<[Expectation['comparison'], boolean, boolean, boolean]>([
    // Of the figure 25 against 24, 25 and 26.
    ['is', false, true, false],
    ['atLeast', true, true, false],
    ['atMost', false, true, true],
    ['above', true, false, false],
    ['below', false, false, true],
  ])('%s holds or does not', (comparison, below, same, above) => {
    const held = [24, 25, 26].map((value) => failing('machines.total', comparison, value).length === 0);
    expect(held).toEqual([below, same, above]);
  });

  test('that does not hold says what the figure is', () => {
    expect(failing('machines.total', 'below', 10)).toEqual([
      { figure: 'machines.total', comparison: 'below', value: 10, file: 'main.yaml', line: 1, actual: 25 },
    ]);
  });

  test.each(['machines.timeToLicensed.p95', 'machines.unknown', 'nothing', 'hosts.kms-9.requests'])(
    'of no figure holds for a figure that does not exist: %s',
    (figure) => {
      expect(failing(figure, 'is', null)).toEqual([]);
    },
  );

  test.each(['is', 'atLeast', 'atMost', 'above', 'below'] as const)(
    'of a number does not hold for a figure that does not exist: %s',
    (comparison) => {
      expect(failing('machines.timeToLicensed.p95', comparison, 0)).toMatchObject([{ actual: null }]);
      expect(failing('machines.unknown', comparison, 0)).toMatchObject([{ actual: null }]);
    },
  );

  test('of no figure does not hold for one that exists', () => {
    expect(failing('machines.timeToLicensed.p50', 'is', null)).toMatchObject([{ actual: 120 }]);
  });

  test('is told in its place among those that do not hold', () => {
    const expectation = (value: number, line: number): Expectation => ({
      figure: 'machines.total',
      comparison: 'is',
      value,
      file: 'main.yaml',
      line,
    });
    const failed = failedExpectations(FIGURES, [expectation(1, 7), expectation(25, 8), expectation(2, 9)]);
    expect(failed.map(({ line }) => line)).toEqual([7, 9]);
  });
});

describe('a figure at a path', () => {
  test.each([
    ['machines.total', 25],
    ['machines.timeToLicensed.p50', 120],
    ['hosts.kms-1.requests', 3],
    ['hosts.kms-1.corp.requests.requests', 5],
    // The longest name is read first, but leads to no figure: to those of a host.
    ['hosts.kms-1.corp.requests', 4],
    ['hosts.kms-2.requests', 7],
    ['hosts.kms-2.requests.requests', 6],
  ])('is found, also where names have dots: %s', (path, figure) => {
    expect(figureAt(FIGURES, path)).toBe(figure);
  });

  test.each(['machines', 'machines.total.p50', 'hosts.kms-1', '', '.', 'machines.', 'toString', '__proto__'])(
    'does not exist when the path leads to none: %j',
    (path) => {
      expect(figureAt(FIGURES, path)).toBeNull();
    },
  );
});
