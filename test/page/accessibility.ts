import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the dark only the colors are others. */
const THEMES = [
  ['light', "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }"],
  ['dark', "{ runOnly: ['color-contrast'] }"],
] as const;

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** How often a check is begun again because the page has changed meanwhile. */
const MAX_CHECKS = 20;

/**
 * Checks a page as it is. `null` when elements came or went meanwhile, as when a simulation ends: axe fails then, or tells
 * of what is no more.
 */
async function check(page: Page, options: string): Promise<readonly Violation[] | null> {
  return page.evaluate(`(async () => {
    const watch = new MutationObserver(() => { watch.hasSeen = true; });
    watch.observe(document, { subtree: true, childList: true });
    const hasChanged = () => watch.hasSeen === true || watch.takeRecords().length > 0;
    try {
      const { violations } = await axe.run(${options});
      return hasChanged() ? null : violations;
    } catch (error) {
      if (hasChanged()) return null;
      throw error;
    } finally {
      watch.disconnect();
    }
  })()`);
}

async function violationsOf(page: Page, options: string): Promise<readonly Violation[]> {
  for (let count = 0; count < MAX_CHECKS; count += 1) {
    const violations = await check(page, options);
    if (violations !== null) return violations;
  }
  throw new Error(`the page changed in each of ${MAX_CHECKS} checks`);
}

/** Expects a page to have no serious fault of accessibility, in the light and in the dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  for (const [colorScheme, options] of THEMES) {
    await page.emulateMedia({ colorScheme });
    const violations = await violationsOf(page, options);
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0].html}`)).toEqual([]);
  }
}
