import { describe, expect, it } from 'vitest';
import { pairUp } from '../../../src/experiments/statistics/pairs.ts';

const values = (...pairs: [number, number | null][]) => ({
  replications: pairs.map(([replication]) => replication),
  values: pairs.map(([, value]) => value ?? Number.NaN),
});

describe('pairs of replications', () => {
  it('are made by number, wherever the replications are in either column', () => {
    const { differences } = pairUp(values([0, 1], [1, 2], [5, 3]), values([1, 20], [3, 7], [5, 10]));
    expect(differences).toEqual([18, 7]);
  });

  it('count what does not exist instead of dropping it', () => {
    const first = values([0, 1], [1, null], [2, 3], [3, null]);
    const second = values([0, 5], [1, 6], [2, null], [3, null]);
    expect(pairUp(first, second)).toEqual({
      differences: [4],
      existing: { both: 1, onlyFirst: 1, onlySecond: 1, neither: 1 },
      unpaired: 0,
    });
  });

  it('leave out replications that only one design ran, and count them', () => {
    expect(pairUp(values([0, 1], [1, 1]), values([1, 3], [2, 3], [5, 3]))).toMatchObject({
      differences: [2],
      unpaired: 3,
    });
  });

  it('take for equal what differs only by rounding', () => {
    expect(pairUp(values([0, 0.1 + 0.2]), values([0, 0.3])).differences).toEqual([0]);
    expect(pairUp(values([0, 12345.1]), values([0, 11145.1])).differences).toEqual([-1200]);
    expect(pairUp(values([0, 1e-9]), values([0, 3e-9])).differences[0]).toBeCloseTo(2e-9, 15);
  });
});
