import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedExercises, shippedScenarios } from '../../src/cli/shared/input/shipped-files.ts';
import { studentText } from '../../src/page/content/student-text.ts';
import { playgroundHtml } from '../../src/page/file/playground.ts';
import { expectAccessible } from './accessibility.ts';
import { type OpenPage, openFile, sharedBrowser } from './chromium.ts';

/** Two lessons, one of which extends another file, and an exercise. */
const FILES = [...shippedScenarios(), ...shippedExercises()]
  .filter((path) => /\/(?:01-thresholds|18-rtm-and-sp1|02-lab)\.yaml$/.test(path))
  .map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));

let context: BrowserContext;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'vasim-page-')), 'playground.html');
  writeFileSync(path, playgroundHtml({ kind: 'playground', version: '1.2.3', files: FILES }));
  context = await (await sharedBrowser()).newContext({ viewport: { width: 400, height: 800 } });
  opened = await openFile(context, path);
  page = opened.page;
});

afterAll(() => context?.close());

const learn = () => page.getByRole('region', { name: 'Learn' });
const editor = () => page.getByRole('textbox', { name: /^Scenario / });

describe('the lessons of the playground', () => {
  it('ask first, and nothing on the page tells the answer', async () => {
    await learn()
      .getByRole('heading', { name: /^How many computers must ask a KMS host/ })
      .waitFor();
    const text = await page.getByRole('main').textContent();
    expect(text).not.toMatch(/came too early|countTooLow|Source: /);
    expect(await learn().getByRole('button', { name: 'Predict' }).isDisabled()).toBe(true);
  });

  it('show the difference and why after a prediction by keyboard', async () => {
    const answer = learn().getByLabel(/26 first tries/);
    await answer.fill('many');
    await answer.press('Enter');
    await learn().getByText('Predict with a number; a guess will do.').waitFor();
    await answer.fill('26');
    await answer.press('Enter');
    await learn().getByText('You predicted 26; the run gives 24: 2 less than you predicted.').waitFor();
    expect(
      await learn()
        .getByText(/^Source: Planning Guide, KMS Activation Thresholds/)
        .count(),
    ).toBe(1);
    expect(await learn().getByText('The other 24 came too early.').count()).toBe(1);
  });

  it('offer the changes then, each with a prediction of its own', async () => {
    const tries = learn().getByRole('region', { name: 'Tries' });
    await tries.getByText('machines.desktops.count=18').click();
    const answer = tries.getByLabel(/^One desktop less/);
    expect(await tries.getByText('Only the three servers').count()).toBe(0);
    await answer.fill('3');
    await answer.press('Enter');
    await tries.getByText('Right: 3.').waitFor();
    expect(await tries.getByText(/Only the three servers. The count ends at 24/).count()).toBe(1);
  });

  it('ask by choices where no figure answers', async () => {
    await learn().getByRole('combobox', { name: 'Lesson' }).selectOption('18-rtm-and-sp1.yaml');
    await learn()
      .getByRole('radio', { name: /^An hour per logon/ })
      .check();
    await learn().getByRole('button', { name: 'Predict' }).first().click();
    await learn().getByText('Right: An hour per logon, no Start menu, no printing.').waitFor();
  });

  it('open in the editor without what they tell', async () => {
    await learn().getByRole('button', { name: 'Open in the editor' }).click();
    expect(await page.getByRole('combobox', { name: 'File' }).inputValue()).toBe('18-rtm-and-sp1.yaml');
    expect(await editor().textContent()).not.toMatch(/lesson:|expect:/);
  });

  it('have no serious fault of accessibility, and fit a narrow screen', async () => {
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
  });
});

describe('the exercises of the playground', () => {
  it('show the task, and grade an answer that is begun in the editor', async () => {
    await learn().getByRole('tab', { name: 'Exercises' }).click();
    await learn()
      .getByText(/^A test lab of 12 computers/)
      .waitFor();
    expect(await learn().getByText('machines.lab-pcs.rearm').count()).toBe(1);
    await learn().getByRole('button', { name: 'Begin an answer' }).click();
    await editor().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('machines: { lab-pcs: { rearm: at-expiry } }\n');
    await learn().getByRole('button', { name: 'Check my answer' }).click();
    await learn().getByText('Not passed: 1 of 2 points.').waitFor();
    const row = learn().getByRole('row', { name: /machines\.everNotification is 0/ });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['12', 'no']);
  });

  it('pass the right answer, and say what may not be changed', async () => {
    await editor().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('duration: 20 d\n');
    await learn().getByRole('button', { name: 'Check my answer' }).click();
    await learn().getByText('`duration` may not be changed').waitFor();
    await editor().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('machines: { lab-pcs: { os: vista-enterprise, rearm: at-expiry } }\n');
    await learn().getByRole('button', { name: 'Check my answer' }).click();
    await learn().getByText('Passed: 2 of 2 points.').waitFor();
    await expectAccessible(page);
  });

  it('say that a broken limit leaves no points', async () => {
    await editor().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText('machines: { lab-pcs: { os: server-2008-standard, rearm: at-expiry } }\n');
    await learn().getByRole('button', { name: 'Check my answer' }).click();
    await learn().getByText('Not passed: 0 of 2 points, because a limit is broken.').waitFor();
  });

  it('ask for nothing, and none of their scripts fails', () => {
    expect(opened.requests).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

describe('the text that a student first sees', () => {
  it('has neither the lesson nor expectations nor comments, and everything else', () => {
    const text = `# yaml-language-server: $schema=./x.json
title: A
expect:
  # told
  - { figure: x, is: 1 }
lesson:
  question: Q

  more: x
# told
hosts: {}   # told
timeline: [{ at: '1 d # no comment' }]
`;
    expect(studentText(text)).toBe(
      "# yaml-language-server: $schema=./x.json\ntitle: A\nhosts: {}\ntimeline: [{ at: '1 d # no comment' }]\n",
    );
  });

  it('is that of the file where it is no lesson', () => {
    expect(studentText('expect: []\n')).toBe('expect: []\n');
  });
});
