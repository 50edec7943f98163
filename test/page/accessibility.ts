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

/** Expects a page to have no serious fault of accessibility, in the light and in the dark. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  for (const [colorScheme, options] of THEMES) {
    await page.emulateMedia({ colorScheme });
    const result = (await page.evaluate(`axe.run(${options})`)) as { violations: Violation[] };
    const serious = result.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0].html}`)).toEqual([]);
  }
}
