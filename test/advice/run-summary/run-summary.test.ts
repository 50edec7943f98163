import { describe, expect, test } from 'vitest';
import { runSummary } from '../../../src/advice/run-summary/run-summary.ts';
import { summaryText } from '../../../src/recording/summary-document.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { runInMemory } from '../../scenarios/run-in-memory.ts';

const SCENARIO = scenarioOf(`
title: A *small* branch
duration: 40 d
networks: { core: { dns: corp, internet: true }, island: { internet: true } }
dns: { corp: { network: core } }
keys:
  kms-key: { type: kms, group: server-c }
  mak: { type: mak, group: client, activations: 5 }
hosts: { kms-1: { network: core, os: server-2008-standard, key: kms-key } }
machines:
  desks: { count: 18, os: vista-enterprise-sp1, network: core }
  calls: { count: 2, os: vista-enterprise-sp1, network: island, method: mak, key: mak, by: telephone }
expect:
  - { figure: machines.everNotification, is: 0 }
  - { figure: keys.mak.used, atMost: 2 }
`);
const OUTCOME = runInMemory(SCENARIO, { events: 'none' });
const TEXT = runSummary(SCENARIO, OUTCOME);

describe('summary.md', () => {
  test('begins with the title, in which nothing is markup, and the closing words', () => {
    const lines = TEXT.split('\n');
    expect(lines[0]).toBe('# A \\*small\\* branch');
    expect(lines.filter((line) => line.startsWith('- ')).length).toBeGreaterThanOrEqual(OUTCOME.story.length);
    expect(TEXT).toContain('the count of kms-1 is 18, and its clients need 25');
  });

  test('says which expectations held', () => {
    expect(TEXT).toContain('| `machines.everNotification` | is 0 | **no** | 18 |');
    expect(TEXT).toContain('| `keys.mak.used` | atMost 2 | yes | 2 |');
  });

  test("has the guide's Table 2 with every computer", () => {
    expect(TEXT).toContain('| Total number of computers to be activated | 20 |');
    expect(TEXT).toContain('| Remaining computers (should be 0) | 18 |');
    expect(TEXT).toMatch(/- 18 computers of `desks`: ./);
  });

  test('has what left for Microsoft, by which way', () => {
    expect(TEXT).toMatch(/\| host-activation \| internet \| product key; .* \| 1 \| 1 \| 1 \|/);
    expect(TEXT).toMatch(/\| mak-activation \| telephone \| Installation ID only .* \| 2 \| 2 \| 2 \|/);
    expect(TEXT).toContain('0 computers were licensed and sent Microsoft nothing.');
  });
});

describe('summary.json', () => {
  const document = JSON.parse(summaryText(SCENARIO, OUTCOME));

  test('has the figures at its top, and says its format', () => {
    expect(document).toMatchObject(JSON.parse(JSON.stringify(OUTCOME.summary)));
    expect(document.formatVersion).toBe(1);
  });

  test('has each expectation with what the run gave', () => {
    expect(document.expectations).toEqual([
      { figure: 'machines.everNotification', is: 0, actual: 18, held: false },
      { figure: 'keys.mak.used', atMost: 2, actual: 2, held: true },
    ]);
  });

  test('has the closing words as findings with their moments', () => {
    expect(document.findings.map(({ text }: { text: string }) => text)).toEqual(OUTCOME.story);
    const first = document.findings.find(({ kind }: { kind: string }) => kind === 'first-end');
    expect(first).toMatchObject({ minute: 30 * 1440, subject: 'desks-0001' });
  });
});
