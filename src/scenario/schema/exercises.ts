import * as z from 'zod';
import { COMPARISONS, type Comparison } from './expectations.ts';
import { named, withHelp } from './issue-text.ts';
import { text } from './values.ts';

const MAX_PATHS = 100;
const MAX_EXPECTATIONS = 50;
const MAX_REPLICATIONS = 1_000;
const DEFAULT_REPLICATIONS = 20;

/** What the mean of a figure over the replications should be. */
export interface Criterion {
  readonly figure: string;
  readonly comparison: Comparison;
  /** `null`: the figure does not exist. */
  readonly value: number | null;
  /** What it means in the exercise, in words, or `null`. */
  readonly say: string | null;
}

const say = text()
  .min(1, 'expected text')
  .optional()
  .describe('What the figure means here, in words: messages begin with it; default: nothing.');

const { is, atLeast, atMost, above, below } = COMPARISONS;
const written = z.union([is, atLeast, atMost, above, below].map((comparison) => comparison.extend({ say })));

const criterion = written.transform(({ figure, say: words, ...rest }): Criterion => {
  const [[comparison, value]] = Object.entries(rest) as [[Comparison, number | null]];
  return { figure, comparison, value, say: words ?? null };
});

function criteria(description: string) {
  return z
    .array(criterion)
    .max(MAX_EXPECTATIONS, `expected at most ${MAX_EXPECTATIONS} entries`)
    .describe(description);
}

/** Keys of the document that no answer may change, whatever an exercise says. */
const FIXED = /^(?:exercise|lesson|extends|seed|designs)(?:\.|$)/;

const path = text('a path of the scenario, such as `machines.desktops.method`')
  .min(1, 'expected a path of the scenario, such as `machines.desktops.method`')
  .refine((written) => written.split('.').every((step) => step !== ''), {
    error: withHelp('expected keys with dots between', 'write a path such as `machines.desktops.method`'),
  })
  .refine((written) => !FIXED.test(written), { error: 'no answer can change this' });

/** A task that students solve by changing the scenario that has it; `vasim grade` grades their answers. */
export const exerciseSchema = z.strictObject({
  task: text().min(1, 'expected text').describe('What is to be done, for the student.'),
  mayChange: z
    .array(path)
    .min(1, 'expected at least one path')
    .max(MAX_PATHS, `expected at most ${MAX_PATHS} paths`)
    .refine((paths) => new Set(paths).size === paths.length, {
      error: 'duplicate value',
      params: named('duplicate-value'),
    })
    .describe(
      'Paths that an answer may change, each with everything below it; `*` is any name: `machines.*.method`.',
    ),
  limits: criteria(
    'What every answer has to keep to, by the mean over the replications; an answer that does not has no points; default: nothing.',
  ).prefault([]),
  goals: criteria('What is to be reached, by the mean over the replications; each is a point.').min(
    1,
    'expected at least one goal',
  ),
  replications: z
    .int()
    .min(1)
    .max(MAX_REPLICATIONS)
    .prefault(DEFAULT_REPLICATIONS)
    .describe('How often each answer is run, each time with other random draws.'),
});

/** An exercise in which nothing is wrong by itself; that its figures exist is checked later. */
export type Exercise = z.output<typeof exerciseSchema>;
