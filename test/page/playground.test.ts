import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundHtml } from '../../src/page/file/playground.ts';
import { shippedNames, textOf } from '../scenarios/shipped.ts';
import { expectAccessible } from './accessibility.ts';
import { type OpenPage, openFile, sharedBrowser } from './chromium.ts';

const BASE = '03-branch-offices.yaml';
const FORGOTTEN = '03-branch-offices-b-on-kms.yaml';

let context: BrowserContext;
let opened: OpenPage;
let page: Page;
let html: Buffer;

beforeAll(async () => {
  const files = shippedNames().map((name) => ({ name: `${name}.yaml`, text: textOf(name) }));
  html = playgroundHtml({ kind: 'playground', version: '1.2.3', files });
  const path = join(mkdtempSync(join(tmpdir(), 'vasim-page-')), 'playground.html');
  writeFileSync(path, html);
  context = await (await sharedBrowser()).newContext();
  opened = await openFile(context, path);
  page = opened.page;
});

afterAll(() => context?.close());

const editor = () => page.getByRole('textbox', { name: /^Scenario / });
const problems = () => page.getByRole('region', { name: 'Problems' });

describe('the playground', () => {
  it('is one file of less than 2 MB with every shipped scenario in it', () => {
    expect(html.length).toBeLessThan(2_000_000);
  });

  it('runs a file, and one that extends another', async () => {
    await page.getByRole('combobox', { name: 'File' }).selectOption(FORGOTTEN);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('heading', { name: 'Three branch offices, one of them forgotten' }).waitFor();
    const figures = page.getByRole('region', { name: 'Figures' });
    expect(await figures.getByRole('definition').allTextContents()).toContain('320');
  });

  it('compares two files side by side', async () => {
    await page.getByLabel('Compare with').selectOption(BASE);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const choice = page.getByRole('region', { name: 'Choice' });
    await choice.waitFor();
    expect(await choice.getByText('Choose 03-branch-offices:').count()).toBe(1);
  });

  it('has no serious fault of accessibility in the light and in the dark', () => expectAccessible(page));

  it('says what is wrong while one types, completes names, and explains keys', async () => {
    await page.getByRole('button', { name: 'New' }).click();
    await editor().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('  more: { count: 3, network: ');
    await page.keyboard.press('Control+Space');
    await page.locator('.cm-tooltip').getByRole('option', { name: 'core' }).click();
    await page.keyboard.type(', os: vista-busines');
    await problems().getByText('did you mean `vista-business`?').waitFor();
    await page.keyboard.type('s');
    await problems().getByText('No error').waitFor();
    await editor().getByText('internet').hover();
    await page.getByText("internet: Whether Microsoft's service can be reached from it.").waitFor();
  });

  it('keeps what is written when the page is closed, until it is undone', async () => {
    await page.reload();
    await page.getByRole('combobox', { name: 'File' }).selectOption('estate-1.yaml');
    expect(await editor().textContent()).toContain('more: { count: 3, network: core, os: vista-business');
    await page.getByRole('button', { name: 'Undo changes' }).click();
    expect(await page.getByRole('option', { name: 'estate-1.yaml' }).count()).toBe(0);
  });

  it('asks for nothing, and none of its scripts fails', () => {
    expect(opened.requests).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});
