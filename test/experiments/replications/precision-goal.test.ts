import { describe, expect, test } from 'vitest';
import { runToPrecision } from '../../../src/experiments/replications/precision-goal.ts';
import { resultOf } from './results.ts';

/** Gives each replication of one design a figure, and remembers how many it was asked for. */
function campaignOf(figure: (replication: number) => number) {
  const asked: number[] = [];
  return {
    asked,
    run: async (replications: readonly number[]) => {
      asked.push(replications.length);
      return [new Map(replications.map((number) => [number, resultOf(figure(number))]))];
    },
  };
}

const GOAL = { percentage: 5, figure: 'machines.everNotification', mostReplications: 1000 };

describe('running until a figure is known well enough', () => {
  test('ends at once when it is', async () => {
    const campaign = campaignOf((number) => 100 + (number % 2));
    const { replications, reached } = await runToPrecision(campaign, 30, GOAL, [true]);
    expect({ replications, reached, asked: campaign.asked }).toEqual({
      replications: 30,
      reached: true,
      asked: [30],
    });
  });

  test('goes on, by no more than twice as many at a time, until it is', async () => {
    const campaign = campaignOf((number) => 100 + 50 * Math.sin(number * number));
    const { replications, reached, results } = await runToPrecision(campaign, 10, GOAL, [true]);
    expect(reached).toBe(true);
    expect(campaign.asked.slice(0, 2)).toEqual([10, 20]);
    expect(replications).toBe(campaign.asked.at(-1));
    expect(replications).toBeGreaterThan(100);
    expect(results[0].size).toBe(replications);
  });

  test('does not take what has been equal so far for known, unless nothing is random', async () => {
    const rare = campaignOf(() => 0);
    expect(await runToPrecision(rare, 30, { ...GOAL, mostReplications: 100 }, [true])).toMatchObject({
      replications: 100,
      reached: false,
    });
    const certain = campaignOf(() => 0);
    expect(await runToPrecision(certain, 30, GOAL, [false])).toMatchObject({
      replications: 30,
      reached: true,
    });
  });

  test('gives up where it was told to', async () => {
    const campaign = campaignOf((number) => (number % 2) * 100 - 50);
    const { replications, reached } = await runToPrecision(campaign, 30, { ...GOAL, mostReplications: 77 }, [
      true,
    ]);
    expect({ replications, reached, asked: campaign.asked }).toEqual({
      replications: 77,
      reached: false,
      asked: [30, 60, 77],
    });
  });
});
