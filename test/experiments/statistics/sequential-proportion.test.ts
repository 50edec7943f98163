import { describe, expect, test } from 'vitest';
import { SequentialProportion } from '../../../src/experiments/statistics/sequential-proportion.ts';

const trialsUntil = (test: SequentialProportion, successes: (trial: number) => boolean) => {
  for (let trial = 1; trial <= 1000; trial += 1) if (test.add(successes(trial)) !== 'open') return trial;
  return null;
};

/**
 * The chance that a verdict is shown within so many trials, exactly: the distribution of the number of successes among
 * the courses in which nothing was shown so far.
 */
function chanceOf(verdict: 'below' | 'above', limit: number, probability: number, trials: number): number {
  let open = [1];
  let shown = 0;
  for (let trial = 1; trial <= trials; trial += 1) {
    const next = new Array<number>(trial + 1).fill(0);
    open.forEach((chance, successes) => {
      next[successes] += chance * (1 - probability);
      next[successes + 1] += chance * probability;
    });
    open = next.map((chance, successes) => {
      if (chance === 0) return 0;
      const test = new SequentialProportion(
        limit,
        verdict === 'below' ? 0.05 : 0,
        verdict === 'above' ? 0.05 : 0,
      );
      // The verdict depends on the counts alone while nothing is shown: failures first show nothing that was not open.
      if (!showsAt(test, successes, trial, verdict)) return chance;
      shown += chance;
      return 0;
    });
  }
  return shown;
}

function showsAt(
  test: SequentialProportion,
  successes: number,
  trials: number,
  verdict: 'below' | 'above',
): boolean {
  // In the order in which the verdict comes last, so that only the last trial can bring it.
  for (let trial = 1; trial <= trials; trial += 1)
    test.add(verdict === 'below' ? trial <= successes : trial > trials - successes);
  return test.shown === verdict;
}

describe('a sequential test of a proportion', () => {
  test('shows "below 5 %" after 65 trials without a success', () => {
    expect(trialsUntil(new SequentialProportion(0.05, 0.05, 0.05), () => false)).toBe(65);
  });

  test('shows "above 5 %" after few trials that all succeed', () => {
    expect(trialsUntil(new SequentialProportion(0.05, 0.05, 0.05), () => true)).toBe(2);
  });

  test('goes on after a success, and shows it later', () => {
    const trials = trialsUntil(new SequentialProportion(0.05, 0.05, 0.05), (trial) => trial === 30);
    expect(trials).toBeGreaterThan(65);
    expect(trials).toBeLessThan(200);
  });

  test('is wrong with a probability below its level at the limit itself, however often one looks', () => {
    expect(chanceOf('below', 0.05, 0.05, 120)).toBeLessThan(0.05);
    expect(chanceOf('above', 0.05, 0.05, 120)).toBeLessThan(0.05);
    // It is no idle test: what is far from the limit is shown.
    expect(chanceOf('above', 0.05, 0.5, 40)).toBeGreaterThan(0.99);
  });
});
