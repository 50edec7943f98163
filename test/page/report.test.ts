import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/advice/explain/explain.ts';
import { flatFigures } from '../../src/experiments/comparison/figure-values.ts';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import type { Figures } from '../../src/recording/figures/figures.ts';
import { resolvedYaml } from '../../src/scenario/reference/resolved-yaml.ts';
import { readFingerprints } from '../scenarios/fingerprints.ts';
import { runInMemory } from '../scenarios/run-in-memory.ts';
import { settings, shipped, shippedNames } from '../scenarios/shipped.ts';
import { expectAccessible } from './accessibility.ts';
import { type OpenPage, openFile, sharedBrowser } from './chromium.ts';
import { type WrittenReport, writeReport } from './report-files.ts';

let context: BrowserContext;
let report: WrittenReport;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  report = writeReport(shipped('03-branch-offices'));
  context = await (await sharedBrowser()).newContext();
  opened = await openFile(context, report.path);
  page = opened.page;
});

afterAll(() => context?.close());

describe('the report of a run', () => {
  it('has the title as its heading, and the closing words of the run', async () => {
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Three branch offices');
    for (const line of report.run.story) expect(await page.getByText(line, { exact: true }).count()).toBe(1);
  });

  it('shows every figure of summary.json as it is written there', async () => {
    const table = page.getByText('Table: every figure of summary.json');
    await table.click();
    const rows = page.getByRole('region', { name: 'Figures' }).getByRole('row');
    const shown = (await rows.allInnerTexts()).slice(1).map((row) => row.split(/\s+/));
    expect(shown).toEqual([...flatFigures(report.run.summary)].map(([path, value]) => [path, `${value}`]));
    await table.click();
  });

  it('has its regions, and lists the timeline and the thresholds crossed with links to their days', async () => {
    for (const name of ['Conditions over time', 'Counts'])
      expect(await page.getByRole('region', { name }).getByRole('img').count()).toBe(1);
    const links = page.getByRole('region', { name: 'What happened' }).getByRole('link');
    const words = (await links.allTextContents()).map((text) => text.replace(/\s+/g, ' '));
    expect(words).toContain('Day 60 2008-05-02 00:00timelinedown wan-c, for 14 d');
    expect(words).toContain('Day 74 2008-05-16 00:00overwan-c up again');
    expect(words).toContain('Day 148 2008-07-29 11:46lostkms-1 falls below the threshold 25');
    await links.filter({ hasText: 'down kms-1' }).click();
    expect(await page.getByRole('slider', { name: 'Day' }).inputValue()).toBe('120');
  });

  it('is played, stepped and moved by keyboard, and the picture follows', async () => {
    const slider = page.getByRole('slider', { name: 'Day' });
    await slider.fill('59');
    await expectPicture(/End of day 59|end of day 59/);
    await page.getByRole('button', { name: 'Step' }).click();
    expect(await slider.inputValue()).toBe('60');
    expect(await page.locator('.link.down').count()).toBe(1);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await slider.inputValue()).toBe('59');
    expect(await page.locator('.link.down').count()).toBe(0);
    await slider.press('ArrowRight');
    expect(await slider.inputValue()).toBe('60');
    await page.getByRole('button', { name: 'Next event' }).click();
    expect(await slider.inputValue()).toBe('74');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(76);
    await page.getByRole('button', { name: 'Pause' }).click();
  });

  it('repeats the run and finds the bytes of the manifest', async () => {
    await page.getByText('gives the same 7 files, byte for byte').waitFor();
  });

  it('finds a machine and says why it is as it is, with a chain that leads to its days', async () => {
    await page.getByRole('searchbox', { name: 'Find a machine' }).fill('c-desktops-0003');
    await page.getByRole('button', { name: 'c-desktops-0003' }).click();
    const why = page.getByRole('region', { name: 'Why' });
    await why.waitFor();
    const scenario = shipped('03-branch-offices');
    const { sentence, chain } = await explain({
      scenario,
      subject: 'c-desktops-0003',
      at: null,
      vary: () => null,
      checkpoint: async () => {},
    });
    expect((await why.getByRole('paragraph').first().textContent())?.toLowerCase()).toBe(
      `${sentence.replaceAll('`', '').toLowerCase()}.`,
    );
    expect(await why.getByRole('link').count()).toBe(chain.length);
    await why.getByRole('link').first().click();
    const day = String(Math.floor(chain[0].minute / 1440));
    expect(await page.getByRole('slider', { name: 'Day' }).inputValue()).toBe(day);
  });

  it('runs a changed scenario, as the command would, and shows what differs', async () => {
    const changed = shipped('03-branch-offices', settings('machines.a-desktops.count=24', 'timeline.0=null'));
    const { summary } = runInMemory(changed, { events: 'none' });
    const region = page.getByRole('region', { name: 'What if' });
    await region.getByLabel('machines in a-desktops').fill('24');
    await region.getByLabel('down wan-c at 60 d').uncheck();
    await region.getByRole('button', { name: 'Run again' }).click();
    const row = region.getByRole('row').filter({ hasText: 'machines.everNotification' });
    await row.waitFor();
    expect(await row.locator('th, td').allTextContents()).toEqual([
      'machines.everNotification',
      '0',
      String(figureAt(summary, 'machines.everNotification')),
      '+24',
    ]);
    const yaml = await region.getByRole('textbox', { name: 'The changed scenario as YAML' }).inputValue();
    expect(yaml).toBe(resolvedYaml(changed));
  });

  it('says what is wrong with a change that cannot be', async () => {
    const region = page.getByRole('region', { name: 'What if' });
    await region.getByRole('button', { name: 'Reset' }).click();
    await region.getByLabel('renewal interval').fill('soon');
    await region.getByRole('button', { name: 'Run again' }).click();
    expect(await region.getByRole('alert').textContent()).toContain('soon');
    await region.getByRole('button', { name: 'Reset' }).click();
  });

  it('has no serious fault of accessibility in the light and in the dark', async () => {
    await expectAccessible(page);
  });

  it('asks for nothing, and none of its scripts fails', () => {
    expect(opened.requests).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

async function expectPicture(name: RegExp): Promise<void> {
  await page.getByRole('img', { name }).waitFor();
}

it('gives in the browser the bytes that Node gives, for every shipped scenario', async () => {
  const fingerprints = readFingerprints();
  for (const name of shippedNames()) {
    const { resolved } = shipped(name);
    const { checksums, summary } = await runInPage(page, resolved);
    const expected = { ...fingerprints[name].sha256 };
    expect(sha256(JSON.stringify(summary)), name).toBe(expected['summary.json']);
    expect({ ...checksums, 'summary.json': expected['summary.json'] }, name).toEqual(expected);
  }
});

interface RunInPage {
  readonly checksums: Record<string, string>;
  readonly summary: Figures;
}

/** Asks the engine of an open page, as the page itself does. */
function runInPage(page: Page, scenario: unknown): Promise<RunInPage> {
  const request = JSON.stringify({ id: 1, name: 'run', request: { scenario, events: 'all', hashed: true } });
  return page.evaluate(`new Promise((resolve, reject) => {
    window.testEngine ??= new Worker(URL.createObjectURL(new Blob([document.getElementById('engine').textContent])));
    testEngine.onmessage = ({ data }) => {
      if (data.type === 'failure') reject(new Error(data.message));
      if (data.type === 'answer') resolve({ checksums: data.answer.checksums, summary: data.answer.content.summary });
    };
    testEngine.postMessage(${request});
  })`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
