import { describe, expect, it } from 'vitest';
import { precisionOf } from '../../../src/experiments/statistics/precision.ts';
import { replicationsNeeded } from '../../../src/experiments/statistics/replications-needed.ts';

describe('the replications that a difference needs', () => {
  it('are about those of the published table of the paired t test', () => {
    // J. Cohen, "Statistical Power Analysis" (1988): power 0.8, two sides of 0.05, an effect of half a deviation: 34.
    expect(Math.abs(replicationsNeeded(0.5, 1, 0.95)! - 34)).toBeLessThanOrEqual(1);
    expect(Math.abs(replicationsNeeded(-0.2, 1, 0.95)! - 199)).toBeLessThanOrEqual(1);
  });

  it('are more for smaller differences and for surer answers', () => {
    const needed = replicationsNeeded(1, 4, 0.95)!;
    expect(replicationsNeeded(0.5, 4, 0.95)!).toBeGreaterThan(3 * needed);
    expect(replicationsNeeded(1, 4, 0.99)!).toBeGreaterThan(needed);
  });

  it('are not told for no difference, or one that a million would not show', () => {
    expect(replicationsNeeded(0, 1, 0.95)).toBeNull();
    expect(replicationsNeeded(1e-9, 1, 0.95)).toBeNull();
  });
});

describe('the precision of a mean', () => {
  const around = (mean: number, spread: number, count: number) =>
    Array.from({ length: count }, (_, index) => mean + (index % 2 === 0 ? spread : -spread));

  it('is reached when the half-width is small beside the mean', () => {
    const { relative, reached } = precisionOf(around(100, 5, 30), 0.05, 0.95);
    expect(relative).toBeCloseTo((2.045229642 * 5 * Math.sqrt(30 / 29)) / Math.sqrt(30) / 100, 9);
    expect(reached).toBe(true);
  });

  it('tells about how many replications reach it', () => {
    const { reached, needed } = precisionOf(around(100, 50, 30), 0.05, 0.95);
    expect(reached).toBe(false);
    expect(precisionOf(around(100, 50, needed!), 0.05, 0.95).reached).toBe(true);
  });

  it('asks for ten replications at least, even of equal values', () => {
    expect(precisionOf([3, 3, 3], 0.05, 0.95)).toEqual({ relative: 0, reached: false, needed: null });
    expect(precisionOf(Array(10).fill(0), 0.05, 0.95)).toEqual({ relative: 0, reached: false, needed: null });
  });

  it('cannot be told beside a mean of 0', () => {
    expect(precisionOf([-1, 1, -1, 1], 0.05, 0.95)).toMatchObject({ reached: false, needed: null });
  });
});
