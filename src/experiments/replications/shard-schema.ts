import * as z from 'zod';
import type { JsonValue } from '../../scenario/document/json.ts';
import { CalendarError, parseDate } from '../../text/point-in-time.ts';
import { gridOf } from '../sweeps/grid.ts';
import { VariationError } from '../sweeps/variation-error.ts';
import type { ShardDescription } from './shard-description.ts';

const MAX_REPLICATIONS = 1_000_000;
const MAX_DESIGNS = 2_000;
const MAX_TEXT = 10_000;
/** Longest name of a file on common file systems. */
const MAX_NAME = 255;

const text = z.string().max(MAX_TEXT);
const count = (max: number) => z.int().min(1).max(max);

/** A name that stays in its folder: no separator, drive, control character or `..`. */
const plainName = z
  .string()
  .min(1)
  .max(MAX_NAME)
  .regex(/^(?!\.{1,2}$)[^/\\:\p{Cc}]+$/u, 'is not a plain file name');

const date = z.string().refine((value) => {
  try {
    return parseDate(value) !== null;
  } catch (error) {
    if (error instanceof CalendarError) return false;
    throw error;
  }
}, 'is not a date');

const design = z.strictObject({
  name: text,
  title: text,
  start: date,
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'is not a hash'),
  resolved: z.custom<{ [key: string]: JsonValue }>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'is not a scenario',
  ),
  random: z.boolean(),
});

const grid = z.strictObject({
  variations: z
    .array(z.strictObject({ path: text, values: z.array(text).min(2).max(MAX_DESIGNS) }))
    .min(1)
    .max(2),
  figure: text,
});

const schema = z.strictObject({
  shard: z.strictObject({ index: count(MAX_REPLICATIONS), count: count(MAX_REPLICATIONS) }),
  version: text,
  seed: text,
  replications: count(MAX_REPLICATIONS),
  name: plainName,
  commandLine: z.array(text).max(MAX_TEXT),
  charts: z.boolean(),
  evaluation: z.strictObject({
    primary: text.optional(),
    figures: z.enum(['estate', 'all']).optional(),
    moreThan: z.int().min(0).optional(),
    equivalence: z.record(text, z.number().min(0)).optional(),
  }),
  designs: z.array(design).min(1).max(MAX_DESIGNS),
  grid: grid.optional(),
});

/**
 * Checks what a `part.json` says, which anybody may have written.
 *
 * @returns the description, or what is wrong with it
 */
export function checkShardDescription(value: unknown): ShardDescription | string {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${issue.path.map(String).join('.') || 'it'}: ${issue.message}`;
  }
  const { shard, replications, designs } = parsed.data;
  if (shard.index > shard.count || shard.count > replications)
    return `shard: ${shard.index} of ${shard.count} parts of ${replications} replications cannot be`;
  if (new Set(designs.map(({ name }) => name)).size !== designs.length)
    return 'designs: two have the same name';
  return parsed.data.grid === undefined || isGridOf(parsed.data.grid, designs)
    ? parsed.data
    : 'designs: they are not the points of the grid';
}

function isGridOf(
  { variations }: z.infer<typeof grid>,
  designs: readonly { readonly name: string }[],
): boolean {
  if (variations.reduce((product, { values }) => product * values.length, 1) !== designs.length) return false;
  try {
    return gridOf(variations).every(({ name }, index) => designs[index].name === name);
  } catch (error) {
    if (error instanceof VariationError) return false;
    throw error;
  }
}
