import { describe, expect, test } from 'vitest';
import { uniformAround, weibull } from '../../src/engine/distributions.ts';
import {
  lowerGamma,
  residualExponential,
  residualFixed,
  residualUniformAround,
  residualWeibull,
} from '../../src/engine/equilibrium.ts';

const STEPS = 20_000;
const meanOf = (quantile: (uniform: number) => number) => {
  let sum = 0;
  for (let step = 0; step < STEPS; step += 1) sum += quantile((step + 0.5) / STEPS);
  return sum / STEPS;
};

/** The mean of a residual life is E[X^2] / 2 E[X] (Cox, section 5.4). */
const expected = (quantile: (uniform: number) => number) =>
  meanOf((uniform) => quantile(uniform) ** 2) / (2 * meanOf(quantile));

describe('residual lives', () => {
  test('of a constant are half of it on average, and uniform', () => {
    expect(meanOf((uniform) => residualFixed(uniform, 100))).toBeCloseTo(50, 6);
    expect(residualFixed(0.25, 100)).toBe(25);
  });

  test('of the exponential are the same exponential', () => {
    expect(residualExponential(1 - 1 / Math.E, 100)).toBeCloseTo(100, 9);
  });

  test.each([0, 0.3, 1])('of the uniform have the mean that its square gives (spread %d)', (spread) => {
    const quantile = (uniform: number) => uniformAround(uniform, 100, spread);
    expect(meanOf((uniform) => residualUniformAround(uniform, 100, spread))).toBeCloseTo(
      expected(quantile),
      2,
    );
  });

  test.each([0.7, 1, 2, 5])('of a Weibull have the mean that its square gives (shape %d)', (shape) => {
    const quantile = (uniform: number) => weibull(uniform, 100, shape);
    const mean = meanOf((uniform) => residualWeibull(uniform, 100, shape));
    expect(Math.abs(mean / expected(quantile) - 1)).toBeLessThan(0.005);
  });

  test('never are above the longest life, nor below 0', () => {
    expect(residualUniformAround(0.999999, 100, 0.5)).toBeLessThanOrEqual(150);
    expect(residualWeibull(0, 100, 3)).toBeCloseTo(0, 6);
  });
});

// P(1, x) = 1 - exp(-x); P(1/2, x) = erf(sqrt x): erf(1) = 0.8427007929497149, erf(2) = 0.9953222650189527.
test.each([
  [1, 0.5, 1 - Math.exp(-0.5)],
  [1, 5, 1 - Math.exp(-5)],
  [0.5, 1, 0.8427007929497149],
  [0.5, 4, 0.9953222650189527],
])('the incomplete gamma function P(%d, %d)', (a, x, value) => {
  expect(lowerGamma(a, x)).toBeCloseTo(value, 12);
});
