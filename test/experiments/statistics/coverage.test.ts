import alea from 'seedrandom/lib/alea.js';
import { describe, expect, it } from 'vitest';
import { meanInterval } from '../../../src/experiments/statistics/mean-interval.ts';
import { pairedProportions } from '../../../src/experiments/statistics/paired-proportions.ts';
import { pairUp } from '../../../src/experiments/statistics/pairs.ts';
import { quantileRanks } from '../../../src/experiments/statistics/quantile-interval.ts';

const EXPERIMENTS = 1000;
/** Of 1000 experiments at 95 %, so many cover in all but one of a thousand tries: exact binomial bounds. */
const LEAST = 926;
const MOST = 971;

/** How many of the experiments hold, each with a stream of its own. */
function held(name: string, experiment: (uniform: () => number) => boolean): number {
  let count = 0;
  for (let number = 0; number < EXPERIMENTS; number += 1)
    if (experiment(alea(`coverage of intervals ${name} ${number}`))) count += 1;
  return count;
}

/** Box and Muller (1958). */
const normal = (uniform: () => number) =>
  Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const exponential = (uniform: () => number) => -Math.log(1 - uniform());
const sample = (count: number, draw: () => number) => Array.from({ length: count }, draw);

function holds(values: readonly number[], truth: number): boolean {
  const { mean, halfWidth } = meanInterval(values, 0.95);
  return Math.abs(mean! - truth) <= halfWidth!;
}

describe('95 % intervals', () => {
  it.each([2, 5, 30])('of the mean of %d normal values hold it in 95 of 100 experiments', (count) => {
    const covered = held(`normal ${count}`, (uniform) =>
      holds(
        sample(count, () => 7 + 3 * normal(uniform)),
        7,
      ),
    );
    expect(covered).toBeGreaterThanOrEqual(LEAST);
    expect(covered).toBeLessThanOrEqual(MOST);
  });

  it('of the mean of skewed values hold it nearly as often: 93 of 100 with 30, 95 with 400', () => {
    const thirty = held('skewed 30', (uniform) =>
      holds(
        sample(30, () => exponential(uniform)),
        1,
      ),
    );
    const many = held('skewed 400', (uniform) =>
      holds(
        sample(400, () => exponential(uniform)),
        1,
      ),
    );
    // Bounds for a true coverage of 0.93.
    expect(thirty).toBeGreaterThanOrEqual(903);
    expect(thirty).toBeLessThanOrEqual(MOST);
    expect(many).toBeGreaterThanOrEqual(LEAST);
  });

  it('of paired differences hold it, and are narrower by what the pairs share', () => {
    let paired = 0;
    let single = 0;
    const covered = held('paired', (uniform) => {
      const luck = sample(30, () => 10 * normal(uniform));
      const design = (mean: number) => ({
        replications: [...luck.keys()],
        values: luck.map((shared) => mean + shared + normal(uniform)),
      });
      const [first, second] = [design(50), design(52)];
      const { differences } = pairUp(first, second);
      paired += meanInterval(differences, 0.95).halfWidth!;
      single += meanInterval(second.values, 0.95).halfWidth!;
      return holds(differences, 2);
    });
    expect(covered).toBeGreaterThanOrEqual(LEAST);
    expect(covered).toBeLessThanOrEqual(MOST);
    expect(paired * 5).toBeLessThan(single);
  });

  it('of the median of skewed values hold it at least as often as stated', () => {
    const { low, high } = quantileRanks(30, 0.5, 0.95);
    const covered = held('median', (uniform) => {
      const values = sample(30, () => exponential(uniform)).sort((one, other) => one - other);
      return values[low! - 1] <= Math.LN2 && Math.LN2 <= values[high! - 1];
    });
    expect(covered).toBeGreaterThanOrEqual(LEAST);
  });

  it('of the difference of paired shares hold it about as often as stated', () => {
    const covered = held('shares', (uniform) => {
      const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
      for (let pair = 0; pair < 30; pair += 1) {
        const luck = uniform();
        const first = luck < 0.3;
        const second = luck < 0.2 || uniform() < 0.375;
        counts[first ? (second ? 'both' : 'onlyFirst') : second ? 'onlySecond' : 'neither'] += 1;
      }
      const { low, high } = pairedProportions(counts, 0.95);
      return low <= 0.2 && 0.2 <= high;
    });
    expect(covered).toBeGreaterThanOrEqual(LEAST);
  });
});
