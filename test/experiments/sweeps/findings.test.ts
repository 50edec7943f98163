import { describe, expect, test } from 'vitest';
import type { DesignResults } from '../../../src/experiments/comparison/design-results.ts';
import { replicate } from '../../../src/experiments/replications/replicate.ts';
import { findingsOf, type SweepQuestion } from '../../../src/experiments/sweeps/findings.ts';
import { gridOf } from '../../../src/experiments/sweeps/grid.ts';
import { sweepMarkdown } from '../../../src/experiments/sweeps/sweep-markdown.ts';
import { sweepLines } from '../../../src/experiments/sweeps/sweep-table.ts';
import { parseVariation } from '../../../src/experiments/sweeps/variation.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { ofReplications } from '../comparison/designs.ts';

const SITE = `
duration: 40 d
networks: { branch: { dns: a.example, internet: true } }
dns: { a.example: { network: branch } }
keys: { corp-kms: { type: kms, group: server-c } }
hosts: { kms-a: { network: branch, os: server-2008-standard, key: corp-kms } }
machines:
  site-a: { count: 40, os: vista-business-sp1, network: branch, install: { over: 3 d, order: random } }
`;

/** Runs some replications of the site at every point. */
function sweep(variations: readonly string[], figure: string, replications = 6) {
  const question: SweepQuestion = { variations: variations.map(parseVariation), figure };
  const results = gridOf(question.variations).map(({ name, overrides }): DesignResults => {
    const { parameters } = scenarioOf(SITE, { overrides });
    const numbers = Array.from({ length: replications }, (_, replication) => replication);
    return ofReplications(
      name,
      new Map(numbers.map((number) => [number, replicate(parameters, number).figures])),
    );
  });
  return findingsOf(question, results);
}

describe('a sweep over the machines of a site', () => {
  const findings = sweep(['machines.site-a.count=20..30'], 'machines.everNotification');

  test('finds that it needs 25 physical machines: at 24 none activates', () => {
    expect(findings.sentences).toEqual([
      'site-a needs 25 machines: at 24 none is ever licensed, at 25 25; machines ever in Notification 24 at 24, 0 at 25',
    ]);
  });

  test('has a row a point', () => {
    const lines = sweepLines(findings);
    expect(lines[0]).toMatch(
      /^machines\.site-a\.count +machines ever in Notification +95 % interval +5 to 95 %/,
    );
    expect(lines[5]).toMatch(/^24 +24 +all equal +24 to 24$/);
    expect(lines[6]).toMatch(/^25 +0 +all equal +0 to 0$/);
    expect(lines.at(-1)).toBe('6 replications of each point.');
  });

  test('says in Markdown how it was found, and escapes what others have written', () => {
    const text = sweepMarkdown(findings, {
      title: 'Site <b>',
      command: 'vasim sweep site.yaml',
      version: '1.2.3',
      seed: '42',
      charted: true,
    });
    expect(text).toMatch(/^# Site &lt;b&gt;\n\n## Where the answer tips\n\n- site-a needs 25 machines/);
    expect(text).toContain('(charts/sweep.png)');
    expect(text).toContain('\n| 24 | 24 | all equal | 24 to 24 |\n');
    expect(text).toContain('```sh\nvasim sweep site.yaml\n```');
  });

  test('tells of machines that count does not reach', () => {
    const virtual = sweep(['machines.site-a.virtual=true,false'], 'machines.everLicensed', 1);
    expect(virtual.sentences[0]).toContain('at true none is ever licensed');
  });
});

describe('a sweep over two settings', () => {
  const findings = sweep(
    ['machines.site-a.count=24..26', 'policy.countVirtualMachines=true,false'],
    'groups.site-a.everLicensed',
  );

  test('has a cell for each combination', () => {
    expect(findings.swept.points.map(({ values, estimate }) => [...values, estimate.mean])).toEqual([
      [24, 'true', 0],
      [24, 'false', 0],
      [25, 'true', 25],
      [25, 'false', 25],
      [26, 'true', 26],
      [26, 'false', 26],
    ]);
  });

  test('tells for each value of the second where the first tips', () => {
    expect(findings.sentences).toEqual(
      ['true', 'false'].map(
        (value) =>
          `with policy.countVirtualMachines = ${value}: site-a needs 25 machines: at 24 none is ever licensed, at 25 25`,
      ),
    );
  });
});
