import { expect, test } from 'vitest';
import { choiceSentences } from '../../../src/experiments/comparison/choice-sentences.ts';
import { compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import type { DesignResults } from '../../../src/experiments/comparison/design-results.ts';
import { design, luck } from './designs.ts';

/** A design of which the machines in Notification and the cost are known. */
function priced(name: string, notified: number, cost: number, currency: string): DesignResults {
  const figures = (number: number) => ({
    machines: { everNotification: notified === 0 ? 0 : notified + luck(number) },
    cost: { total: cost },
  });
  return { ...design(name, figures), currency };
}

test('the choice says what it costs, in the currency of the scenarios', () => {
  const [choose] = choiceSentences(compareDesigns([priced('a', 9, 300, 'EUR'), priced('b', 0, 450, 'EUR')]));
  expect(choose).toMatch(/^Choose b: .*; on average it costs 450 EUR, 150 more than a$/);
});

test('designs in different currencies have costs without a unit', () => {
  const [choose] = choiceSentences(compareDesigns([priced('a', 9, 300, 'EUR'), priced('b', 0, 450, 'USD')]));
  expect(choose).toContain('on average it costs 450, 150 more than a');
});
