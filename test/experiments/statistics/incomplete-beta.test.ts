import { describe, expect, it } from 'vitest';
import { binomialAtMost } from '../../../src/experiments/statistics/binomial.ts';
import { logBeta, logGamma } from '../../../src/experiments/statistics/gamma.ts';
import { regularizedBeta } from '../../../src/experiments/statistics/incomplete-beta.ts';

describe('the gamma function', () => {
  it('is the factorial at whole numbers and has the known value at halves', () => {
    expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 13);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
  });

  it('gives the beta function in either order, with small and with large parameters', () => {
    expect(logBeta(2, 3)).toBeCloseTo(-Math.log(12), 13);
    expect(logBeta(0.5, 100_000)).toBe(logBeta(100_000, 0.5));
    // B(1, n) = 1 / n
    expect(logBeta(1, 1e6)).toBeCloseTo(-Math.log(1e6), 12);
  });
});

describe('the incomplete beta function', () => {
  it('is a polynomial for whole parameters', () => {
    // I_x(2, 3) = 6x^2 - 8x^3 + 3x^4
    for (const x of [0, 0.1, 0.4, 0.5, 0.9, 1])
      expect(regularizedBeta(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 14);
  });

  it('mirrors: I_x(a, b) = 1 - I_(1-x)(b, a)', () => {
    for (const x of [0.01, 0.3, 0.77])
      expect(regularizedBeta(x, 3.5, 0.5)).toBeCloseTo(1 - regularizedBeta(1 - x, 0.5, 3.5), 14);
  });

  it('says so where it cannot converge', () => {
    expect(() => regularizedBeta(0.5, 1e15, 1e15)).toThrow(RangeError);
  });
});

describe('the binomial distribution', () => {
  it('adds up the chances of few successes', () => {
    expect(binomialAtMost(2, 5, 0.5)).toBeCloseTo(0.5, 14);
    expect(binomialAtMost(1, 20, 0.05)).toBeCloseTo(0.73583952494385, 12);
    expect(binomialAtMost(-1, 5, 0.5)).toBe(0);
    expect(binomialAtMost(5, 5, 0.5)).toBe(1);
  });
});
