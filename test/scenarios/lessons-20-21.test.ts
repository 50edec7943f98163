import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { choiceSentences } from '../../src/experiments/comparison/choice-sentences.ts';
import { compareDesigns } from '../../src/experiments/comparison/compare.ts';
import type { DesignResults } from '../../src/experiments/comparison/design-results.ts';
import { terminalLines } from '../../src/experiments/comparison/terminal-table.ts';
import { replicate } from '../../src/experiments/replications/replicate.ts';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { ofReplications } from '../experiments/comparison/designs.ts';
import { runInMemory } from './run-in-memory.ts';
import { FILES, SCENARIO_FOLDER, settings, shipped } from './shipped.ts';
import { licensedShare } from './spread-over-hosts.ts';

/** What replications say of the designs and settings that the lessons 20 and 21 are about. */

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, replication) => replication);
}

function resultsOf(design: string, parameters: EstateParameters, count: number): DesignResults {
  const replications = numbersTo(count).map(
    (replication) => [replication, replicate(parameters, replication).figures] as const,
  );
  return { ...ofReplications(design, new Map(replications)), currency: parameters.prices?.currency ?? null };
}

describe('20-branch-designs', () => {
  const loaded = loadScenario(join(SCENARIO_FOLDER, '20-branch-designs.yaml'), FILES);
  if (!loaded.ok) throw new Error('the scenario is wrong');
  const designs = new Map<string, Scenario>([['20-branch-designs', loaded.scenario], ...loaded.designs]);
  const comparison = compareDesigns(
    [...designs].map(([name, { parameters }]) => resultsOf(name, parameters, 30)),
  );

  test.each(['local-hosts', 'guide'])('meets the expectations of the design %s', (name) => {
    expect(runInMemory(designs.get(name)!, { events: 'none' }).failedExpectations).toEqual([]);
  });

  test('is to be decided for `guide`, and against a host in every office', () => {
    const ended = comparison.figures.find(
      ({ description }) => description.path === 'machines.everNotification',
    )!;
    const [asItIs, localHosts, guide] = ended.designs;
    expect(localHosts.judgment.verdict).toBe('worse');
    expect(localHosts.estimate).toMatchObject({ mean: 33, constant: true });
    expect(guide.judgment.verdict).toBe('better');
    expect(guide.estimate).toMatchObject({ mean: 0, constant: true });
    expect(asItIs.estimate.mean).toBeGreaterThan(0);
  });

  test('gives the lines that the README shows', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const block = /writes into `comparison.md`:\s+```text\n(.*?)```/s.exec(readme)?.[1] ?? '';
    const shown = block.split(/\r?\n/).filter((line) => !['', '...'].includes(line));
    const lines = [
      ...choiceSentences(comparison).map((sentence) => `${sentence}.`),
      ...terminalLines(comparison),
    ];
    expect(shown.length).toBeGreaterThan(8);
    expect(lines).toEqual(expect.arrayContaining(shown));
  });
});

describe('21-how-many-hosts', () => {
  const REPLICATIONS = 200;
  /** Standard errors within which a mean has to lie: one in 16,000 would not. */
  const TOLERANCE = 4;

  test.each([
    ['one', 1, 1],
    ['two', 2, 0.941],
    ['three', 3, 0.145],
  ])('licenses of the 60 desktops that ask the zone %s the share of the arithmetic', (zone, hosts, share) => {
    // On day 5 the last desktop is installed; whoever is not licensed two hours later never will be.
    const { parameters } = shipped('21-how-many-hosts', {
      ...settings(`networks.office.dns=${zone}`),
      until: '6 d',
    });
    const licensed = numbersTo(REPLICATIONS).map(
      (replication) => figureAt(replicate(parameters, replication).figures, 'machines.everLicensed')! / 60,
    );
    const mean = licensed.reduce((sum, part) => sum + part, 0) / REPLICATIONS;
    const exact = licensedShare(60, hosts, 25);
    const standardError = exact.deviation / Math.sqrt(REPLICATIONS);
    expect(exact.mean).toBeCloseTo(share, 3);
    expect(Math.abs(mean - exact.mean)).toBeLessThanOrEqual(TOLERANCE * standardError + 1e-9);
  });
});
