import { describe, expect, test } from 'vitest';
import { exponential, gamma, uniformAround, weibull } from '../../src/engine/distributions.ts';

const SLICES = 200_000;

/** The mean of a sample taken in the middle of each of many equal slices of [0, 1). */
function meanOf(sample: (uniform: number) => number): number {
  let sum = 0;
  for (let slice = 0; slice < SLICES; slice += 1) sum += sample((slice + 0.5) / SLICES);
  return sum / SLICES;
}

describe('samples by inversion', () => {
  test.each<[string, (uniform: number) => number]>([
    ['exponential', (uniform) => exponential(uniform, 100)],
    ['uniform', (uniform) => uniformAround(uniform, 100, 0.7)],
    ['Weibull of shape 0.7', (uniform) => weibull(uniform, 100, 0.7)],
    ['Weibull of shape 3.5', (uniform) => weibull(uniform, 100, 3.5)],
  ])('have the mean that they are given: %s', (_name, sample) => {
    expect(Math.abs(meanOf(sample) - 100)).toBeLessThan(0.1);
  });

  test('are never negative and rise with the number that they are made of', () => {
    for (const sample of [
      (uniform: number) => exponential(uniform, 100),
      (uniform: number) => uniformAround(uniform, 100, 1),
      (uniform: number) => weibull(uniform, 100, 2),
    ]) {
      const samples = [0, 0.1, 0.5, 0.9, 0.999_999].map(sample);
      expect(samples[0]).toBe(0);
      expect(samples).toEqual([...samples].sort((one, other) => one - other));
      expect(Number.isFinite(sample(1 - 2 ** -32))).toBe(true);
    }
  });

  test('have the medians of their distributions', () => {
    // Exponential: mean * ln 2. Weibull: scale * (ln 2)^(1 / shape); of shape 2 the scale is mean / (sqrt(pi) / 2).
    expect(exponential(0.5, 100)).toBeCloseTo(69.314718, 6);
    expect(uniformAround(0.5, 100, 0.3)).toBe(100);
    expect(weibull(0.5, 100, 2)).toBeCloseTo((100 / (Math.sqrt(Math.PI) / 2)) * Math.sqrt(Math.LN2), 6);
  });

  test('Weibull of shape 1 is exponential', () => {
    for (const uniform of [0.01, 0.3, 0.77, 0.999])
      expect(weibull(uniform, 100, 1)).toBeCloseTo(exponential(uniform, 100), 8);
  });

  test('uniform stays within its spread', () => {
    expect(uniformAround(0, 100, 0.25)).toBe(75);
    expect(uniformAround(0.999_999, 100, 0.25)).toBeCloseTo(125, 3);
    expect(uniformAround(0.9, 100, 0)).toBe(100);
  });
});

describe('the gamma function', () => {
  test.each([
    [0.5, Math.sqrt(Math.PI)],
    [1, 1],
    [1.5, Math.sqrt(Math.PI) / 2],
    [2, 1],
    [5, 24],
    [11, 3_628_800],
  ])('of %s is known', (argument, value) => {
    expect(gamma(argument) / value).toBeCloseTo(1, 12);
  });
});
