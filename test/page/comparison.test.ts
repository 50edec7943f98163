import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dailyBand } from '../../src/experiments/comparison/bands.ts';
import { choiceSentences } from '../../src/experiments/comparison/choice-sentences.ts';
import { compareDesigns } from '../../src/experiments/comparison/compare.ts';
import { tabulate } from '../../src/experiments/comparison/design-results.ts';
import { figureColumn } from '../../src/experiments/comparison/figure-values.ts';
import { figuresToTell } from '../../src/experiments/comparison/headline-choice.ts';
import { replicate } from '../../src/experiments/replications/replicate.ts';
import type { ComparisonContent } from '../../src/page/content/report-document.ts';
import { comparisonReportHtml } from '../../src/page/file/comparison-report.ts';
import { settings, shipped } from '../scenarios/shipped.ts';
import { expectAccessible } from './accessibility.ts';
import { type OpenPage, openFile, sharedBrowser } from './chromium.ts';

const REPLICATIONS = [0, 1, 2, 3, 4, 5];

/** Site C with the private WAN and without it. */
const DESIGNS = [
  { name: 'without', scenario: shipped('03-branch-offices', settings('links.wan-c=null', 'timeline=[]')) },
  { name: 'with', scenario: shipped('03-branch-offices', settings('timeline=[]')) },
];

function contentOf(): ComparisonContent {
  const results = DESIGNS.map(({ scenario }) =>
    REPLICATIONS.map((replication) => replicate(scenario.parameters, replication)),
  );
  const tables = DESIGNS.map(({ name }, index) =>
    tabulate(name, new Map(results[index].map(({ figures }, row) => [row, figureColumn(figures)]))),
  );
  return {
    title: 'With and without the WAN',
    comparison: compareDesigns(tables),
    designs: DESIGNS.map(({ name, scenario }, index) => ({
      name,
      title: scenario.title,
      scenario: scenario.resolved,
      figures: results[index][0].figures,
    })),
    bands: [
      {
        title: 'With and without the WAN',
        caption: 'Machines licensed',
        unit: 'machines',
        start: '2008-03-03',
        replications: REPLICATIONS.length,
        bands: DESIGNS.map(({ name }, index) =>
          dailyBand(
            name,
            results[index].map(({ bands }) => bands.licensed),
          ),
        ),
      },
    ],
  };
}

let context: BrowserContext;
let content: ComparisonContent;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  content = contentOf();
  const path = join(mkdtempSync(join(tmpdir(), 'vasim-page-')), 'report.html');
  const origin = { version: '1.2.3', seed: '42', commandLine: ['vasim', 'compare', 'a.yaml', 'b.yaml'] };
  writeFileSync(path, comparisonReportHtml({ origin, content }));
  context = await (await sharedBrowser()).newContext();
  opened = await openFile(context, path);
  page = opened.page;
});

afterAll(() => context?.close());

describe('the report of a comparison', () => {
  it('says first which design to choose, and why', async () => {
    expect(await page.getByRole('heading').first().textContent()).toBe('With and without the WAN');
    const choice = page.getByRole('region', { name: 'Choice' });
    expect(await choice.getByRole('paragraph').allTextContents()).toEqual(
      choiceSentences(content.comparison).map((sentence) => `${sentence}.`),
    );
  });

  it('has the verdicts with their intervals, and a table of the figures', async () => {
    const verdicts = page.getByRole('region', { name: 'Verdicts: with against without' });
    expect(await verdicts.getByRole('listitem').first().textContent()).toMatch(
      /^better100 fewer replications in 100 with a machine in Notification /,
    );
    await verdicts.getByText('Table: figures').click();
    const rows = verdicts.getByRole('row');
    await rows.nth(1).waitFor();
    const told = figuresToTell(content.comparison);
    expect((await rows.getByRole('cell').allTextContents()).filter((_, cell) => cell % 4 === 3)).toEqual(
      told.map(({ designs }) => designs[1].judgment.verdict),
    );
  });

  it('has no serious fault of accessibility in the light and in the dark', () => expectAccessible(page));

  it('has the page of each design, which the engine runs and checks', async () => {
    await page.getByRole('tab', { name: 'without' }).click();
    await page.getByText('replication 0 gives the same figures as in the comparison').waitFor();
    expect(await page.getByRole('region', { name: 'Conditions over time' }).count()).toBe(1);
    await page.getByRole('tab', { name: 'without' }).press('ArrowLeft');
    expect(await page.getByRole('region', { name: 'Choice' }).count()).toBe(1);
  });

  it('asks for nothing, and none of its scripts fails', () => {
    expect(opened.requests).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});
