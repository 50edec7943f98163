import { describe, expect, it } from 'vitest';
import { largestUnseenShare, meanInterval } from '../../../src/experiments/statistics/mean-interval.ts';
import { pairedProportions } from '../../../src/experiments/statistics/paired-proportions.ts';
import { wilsonInterval } from '../../../src/experiments/statistics/proportion-interval.ts';
import { quantileRanks } from '../../../src/experiments/statistics/quantile-interval.ts';

describe('the interval of a mean', () => {
  it("is Student's: the sleep of his ten patients", () => {
    // "Student" (1908), additional hours of sleep by drug B against A, in pairs.
    const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const { mean, halfWidth } = meanInterval(gained, 0.95);
    expect(mean).toBeCloseTo(1.58, 12);
    expect(mean! - halfWidth!).toBeCloseTo(0.7001142, 7);
    expect(mean! + halfWidth!).toBeCloseTo(2.4598858, 7);
  });

  it('has no width for values that are all equal, and says that they are', () => {
    expect(meanInterval([0.1, 0.1, 0.1], 0.95)).toEqual({
      count: 3,
      mean: 0.1,
      deviation: 0,
      halfWidth: 0,
      constant: true,
    });
  });

  it('does not exist for one value, nor a mean for none', () => {
    expect(meanInterval([7], 0.95)).toMatchObject({ count: 1, mean: 7, halfWidth: null, constant: false });
    expect(meanInterval([], 0.95)).toMatchObject({ count: 0, mean: null, halfWidth: null });
  });

  it('keeps its digits far from zero', () => {
    expect(meanInterval([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16], 0.95).deviation ** 2).toBeCloseTo(30, 9);
  });

  it('of equal values leaves about 3 in n unseen', () => {
    expect(largestUnseenShare(30, 0.95)).toBeCloseTo(0.095, 4);
    expect(largestUnseenShare(300, 0.95)).toBeCloseTo(0.00994, 5);
  });
});

describe('the interval of a proportion', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is the published one for %d of %d', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials, 0.95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('ends at 1 when all succeed, with a width', () => {
    const { estimate, low, high } = wilsonInterval(30, 30, 0.95);
    expect([estimate, high]).toEqual([1, 1]);
    expect(low).toBeCloseTo(0.8865, 4);
  });
});

describe('the interval of the difference of paired proportions', () => {
  it("is that of Newcombe's method 10", () => {
    const { estimate, low, high } = pairedProportions(
      { both: 36, onlyFirst: 2, onlySecond: 12, neither: 0 },
      0.95,
    );
    expect(estimate).toBeCloseTo(0.2, 12);
    expect(low).toBeCloseTo(0.0569, 4);
    expect(high).toBeCloseTo(0.3404, 4);
  });

  it('turns about when the designs change places', () => {
    const there = pairedProportions({ both: 10, onlyFirst: 3, onlySecond: 9, neither: 8 }, 0.95);
    const back = pairedProportions({ both: 10, onlyFirst: 9, onlySecond: 3, neither: 8 }, 0.95);
    expect(back.low).toBeCloseTo(-there.high, 12);
    expect(back.high).toBeCloseTo(-there.low, 12);
  });

  it('is narrower the more the pairs agree', () => {
    const agreeing = pairedProportions({ both: 14, onlyFirst: 1, onlySecond: 1, neither: 14 }, 0.95);
    const unrelated = pairedProportions({ both: 8, onlyFirst: 7, onlySecond: 7, neither: 8 }, 0.95);
    expect(agreeing.high - agreeing.low).toBeLessThan((unrelated.high - unrelated.low) * 0.7);
  });

  it('shows no difference where all pairs agree, and one where none does', () => {
    const same = pairedProportions({ both: 30, onlyFirst: 0, onlySecond: 0, neither: 0 }, 0.95);
    expect(same.low).toBeLessThan(0);
    expect(same.high).toBeGreaterThan(0);
    expect(
      pairedProportions({ both: 0, onlyFirst: 0, onlySecond: 30, neither: 0 }, 0.95).low,
    ).toBeGreaterThan(0);
  });
});

describe('the interval of a quantile', () => {
  // Published ranks for the median with at least 95 %: Conover (1999), table A3; also in many textbooks.
  it.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [12, 3, 10],
    [16, 4, 13],
    [20, 6, 15],
    [30, 10, 21],
  ])('of the median of %d values is from the %d. to the %d.', (count, low, high) => {
    expect(quantileRanks(count, 0.5, 0.95)).toEqual({ low, high });
  });

  it('is open where a sample is too small', () => {
    expect(quantileRanks(5, 0.5, 0.95)).toEqual({ low: null, high: null });
    expect(quantileRanks(30, 0.95, 0.95)).toEqual({ low: 26, high: null });
    expect(quantileRanks(0, 0.5, 0.95)).toEqual({ low: null, high: null });
  });
});
