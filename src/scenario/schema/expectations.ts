import * as z from 'zod';
import { text } from './values.ts';

/** The path of a figure. */
export const figure = text('a path in summary.json')
  .meta({ examples: ['machines.everNotification', 'machines.licensedAtEnd'] })
  .min(1, 'expected a path in summary.json, such as `machines.everNotification`')
  .describe('A path in summary.json, such as `machines.everNotification`.');

/** What a figure may be compared with: an expectation has `figure` and the key of one of these. */
export const COMPARISONS = {
  is: z.strictObject({
    figure,
    is: z
      .union([z.number(), z.null()], {
        error: 'expected a number, or `null` for a figure that does not exist',
      })
      .describe('The figure is this number; `null`: it does not exist.'),
  }),
  atLeast: z.strictObject({ figure, atLeast: z.number().describe('The figure is this or more.') }),
  atMost: z.strictObject({ figure, atMost: z.number().describe('The figure is this or less.') }),
  above: z.strictObject({ figure, above: z.number().describe('The figure is more than this.') }),
  below: z.strictObject({ figure, below: z.number().describe('The figure is less than this.') }),
};

export type Comparison = keyof typeof COMPARISONS;

/** What each comparison says, for editors. */
export const COMPARISON_TITLES: Readonly<Record<Comparison, string>> = {
  is: 'a figure has this value',
  atLeast: 'a figure has this value or more',
  atMost: 'a figure has this value or less',
  above: 'a figure is more than this',
  below: 'a figure is less than this',
};
