import { expect, test } from 'vitest';
import { quantile } from '../../src/recording/figures/quantile.ts';

test.each([
  // The rank is the part of the population, rounded up; ranks count from 1.
  [[10, 20, 30, 40], 4, 0.5, 20],
  [[10, 20, 30, 40], 4, 0.51, 30],
  [[10, 20, 30, 40], 4, 0.95, 40],
  [[10, 20, 30, 40, 50], 5, 0.5, 30],
  [[10], 1, 0.5, 10],
  [[10], 1, 0.95, 10],
  [Array.from({ length: 20 }, (_, index) => index + 1), 20, 0.95, 19],
  [Array.from({ length: 21 }, (_, index) => index + 1), 21, 0.95, 20],
])('of %j in a population of %i the part %d is at most %d', (values, population, part, expected) => {
  expect(quantile(values, population, part)).toBe(expected);
});

test('members without a value are larger than all others', () => {
  // Of four, the half is the second; of five, the third, which has no value.
  expect(quantile([10, 20], 4, 0.5)).toBe(20);
  expect(quantile([10, 20], 5, 0.5)).toBeNull();
  expect(quantile([10, 20], 4, 0.95)).toBeNull();
});

test('of nobody there is none', () => {
  expect(quantile([], 0, 0.5)).toBeNull();
});
