import { describe, expect, test } from 'vitest';
import { kimNelson } from '../../../src/experiments/statistics/kim-nelson.ts';

const compare = (differences: readonly number[]) =>
  kimNelson({ differences, firstStage: 10, level: 0.05, indifference: 1 });
const repeated = (values: readonly number[], count: number) =>
  Array.from({ length: count }, (_, index) => values[index % values.length]);

describe('the procedure of Kim and Nelson for a pair', () => {
  test('says nothing before the first stage is done', () => {
    expect(compare(repeated([-5], 9))).toBe('open');
  });

  test('decides at once where differences are all equal; for the second if they are 0', () => {
    expect(compare(repeated([-0.1], 10))).toBe('first');
    expect(compare(repeated([0.1], 10))).toBe('second');
    expect(compare(repeated([0], 10))).toBe('second');
  });

  test('goes on until the sum leaves the triangle', () => {
    // eta = (0.1^(-2/9) - 1) / 2 = 0.3341, S^2 = 10/9 x 9 = 10: the border is (2 x 0.3341 x 9 x 10 - r) / 2 = 30.07 - r / 2.
    const noisy = repeated([-3, 3], 10);
    expect(compare(noisy)).toBe('open');
    // Sums of -3 more each time: -3 k is below -(30.07 - (10 + k) / 2) from k = 10 on (-30 < -20.07); at k = 7: -21 > -21.57.
    expect(compare([...noisy, ...repeated([-3], 7)])).toBe('open');
    expect(compare([...noisy, ...repeated([-3], 8)])).toBe('first');
    expect(compare([...noisy, ...repeated([3], 8)])).toBe('second');
  });

  test('ends, however close the designs are', () => {
    expect(compare(repeated([-3, 3], 61))).not.toBe('open');
  });
});
