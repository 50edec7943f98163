import { describe, expect, test } from 'vitest';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { runInMemory } from './run-in-memory.ts';
import { shipped } from './shipped.ts';
import { licensedShare } from './spread-over-hosts.ts';

const REPLICATIONS = 200;
/** Standard errors within which a mean has to lie: one in 16,000 would not. */
const TOLERANCE = 4;

/** The mean share of licensed desktops over independent replications. */
function meanShare(name: string): number {
  // On day 5 the last desktop is installed; whoever is not licensed 2 hours later never will be.
  const scenario = shipped(name, { until: '6 d' });
  let sum = 0;
  for (let replication = 0; replication < REPLICATIONS; replication += 1) {
    const parameters = { ...scenario.parameters, replication };
    const { summary } = runInMemory(scenario, { events: 'none', parameters });
    sum += figureAt(summary, 'machines.everLicensed')! / 60;
  }
  return sum / REPLICATIONS;
}

describe('60 desktops that draw their hosts', () => {
  test('are licensed by chance as the lesson says: 94 % of them with 2 hosts, 15 % with 3', () => {
    expect(licensedShare(60, 1, 25).mean).toBe(1);
    expect(licensedShare(60, 2, 25).mean).toBeCloseTo(0.941, 3);
    expect(licensedShare(60, 3, 25).mean).toBeCloseTo(0.145, 3);
  });

  test.each([
    ['05-too-many-hosts', 1],
    ['05-too-many-hosts-2', 2],
    ['05-too-many-hosts-3', 3],
  ])('have that share on average over the replications of %s', (name, hosts) => {
    const { mean, deviation } = licensedShare(60, hosts, 25);
    const standardError = deviation / Math.sqrt(REPLICATIONS);
    expect(Math.abs(meanShare(name) - mean)).toBeLessThanOrEqual(TOLERANCE * standardError + 1e-9);
  });
});
