import * as z from 'zod';
import {
  bareNumber,
  DURATION_EXAMPLES,
  DURATION_PATTERN,
  DURATIONS,
  formatDuration,
  MAX_DURATION,
  parseDuration,
} from '../../text/duration.ts';
import {
  POINT_EXAMPLES,
  POINT_PATTERN,
  POINTS_IN_TIME,
  parseDate,
  parsePoint,
  parseTimeOfDay,
} from '../../text/point-in-time.ts';
import { TextError } from '../../text/text-error.ts';
import { hasInvisible } from '../../text/visible-text.ts';
import { named, textOfError, withHelp } from './issue-text.ts';

/** Characters that a text may have. */
export const MAX_TEXT = 10_000;

/**
 * One line of text, for editors: no character that controls, turns the direction of text, or is a space but the
 * common one; no path separator; no space at either end. What a spreadsheet or a page would run is escaped where it is
 * written.
 */
const NAME_SHAPE =
  '(?! )[^\\u0000-\\u001f\\u007f-\\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff/\\\\]{1,64}(?<! )';

/** Names of what a scenario declares: not digits alone, which JSON would put in another order. */
export const NAME_PATTERN = `^(?!\\d+$)${NAME_SHAPE}$`;
export const NAME_RULE =
  'a name is 1 to 64 visible characters of one line without `/` and `\\`, no space at either end, and not digits alone';

/** As `NAME_RULE`, but digits alone will do. */
export const MACHINE_NAME_RULE =
  'a name is 1 to 64 visible characters of one line without `/` and `\\`, and no space at either end';

const NAME = new RegExp(NAME_PATTERN);
const MACHINE_NAME = new RegExp(`^${NAME_SHAPE}$`);

/** Whether a text may name what a scenario declares. */
export function isName(text: string): boolean {
  return NAME.test(text) && looksLikeItself(text);
}

/** Whether a text may name a machine. */
export function isMachineName(text: string): boolean {
  return MACHINE_NAME.test(text) && looksLikeItself(text);
}

/** What chooses between forms of the character before it. */
const VARIATION_SELECTOR = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

/** Two names that look alike in a table would be mistaken for each other: nothing invisible, one form of accents. */
function looksLikeItself(text: string): boolean {
  return !hasInvisible(text) && !VARIATION_SELECTOR.test(text) && text === text.normalize('NFC');
}

/** The error about a duration outside its limits. */
function outOfRange(message: string): TextError {
  return new TextError('out-of-range', message);
}

/** What a JSON Schema says for editors: the shape of a text, examples of it, and what a wrong one should be. */
interface EditorHints {
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly string[];
  readonly errorMessage: string;
}

/** The part of a JSON Schema that says `hints`. */
function forEditors({ examples, ...hints }: EditorHints) {
  return { ...hints, ...(examples !== undefined && { examples: [...examples] }) };
}

/** Text that says what it should be when it is anything else. */
export function text(expected = 'text') {
  return z
    .string({
      error: ({ input }) =>
        typeof input === 'number' || typeof input === 'boolean'
          ? withHelp(
              `expected ${expected}, not \`${input}\``,
              `write \`"${input}"\`, in quotes, if this is meant`,
            )
          : `expected ${expected}`,
    })
    .meta(forEditors({ errorMessage: `expected ${expected}` }));
}

/** A text that a function reads, with the function's error as the diagnostic. */
function readAs<Value>(schema: z.ZodString, read: (text: string) => Value) {
  return schema.transform((written, context): Value => {
    try {
      return read(written);
    } catch (error) {
      if (!(error instanceof TextError)) throw error;
      context.addIssue({ code: 'custom', message: textOfError(error), params: named(error.kind) });
      return z.NEVER;
    }
  });
}

const A_DURATION = `a duration such as ${DURATION_EXAMPLES}`;

const durationText = z
  .string({
    error: ({ input }) =>
      typeof input === 'number' ? textOfError(bareNumber(String(input))) : `expected ${A_DURATION}`,
  })
  .meta(
    forEditors({
      pattern: DURATION_PATTERN,
      examples: DURATIONS,
      errorMessage: `expected ${A_DURATION}; units are min, h, d, w and y`,
    }),
  );

/** A length of time, `least` to `most` minutes. */
export function duration(least = 1, most: number = MAX_DURATION) {
  return readAs(durationText, (written) => {
    const minutes = parseDuration(written);
    if (minutes === 0 && least > 0) throw outOfRange('expected a duration longer than 0 min');
    if (minutes < least) throw outOfRange(`expected at least ${formatDuration(least)}`);
    if (minutes > most) throw outOfRange(`expected at most ${formatDuration(most)}`);
    return minutes;
  });
}

const RANDOM = 'random';

/** A length of time, or `random`. */
export function durationOrRandom() {
  const written = z.string({ error: `expected \`${RANDOM}\` or ${A_DURATION}` }).meta(
    forEditors({
      pattern: `^${RANDOM}$|${DURATION_PATTERN}`,
      examples: [RANDOM, ...DURATIONS],
      errorMessage: `expected \`${RANDOM}\` or ${A_DURATION}`,
    }),
  );
  return readAs(written, (value) => (value === RANDOM ? RANDOM : parseDuration(value)));
}

/** The schemas that are points in time: checks find them by walking the schema. */
export const POINTS = z.registry<{ readonly isPoint: true }>();

/** A point in time: minutes after the start, or a moment of the calendar. */
export function point() {
  const expected = `expected a point in time such as ${POINT_EXAMPLES}`;
  const written = z
    .string({
      error: ({ input }) => (typeof input === 'number' ? textOfError(bareNumber(String(input))) : expected),
    })
    .meta(forEditors({ pattern: POINT_PATTERN, examples: POINTS_IN_TIME, errorMessage: expected }));
  return readAs(written, parsePoint).register(POINTS, { isPoint: true });
}

/** A day of the calendar, in days from 1970-01-01. */
export function date() {
  return readAs(
    text('a date such as `2008-03-03`').meta({ format: 'date', examples: ['2008-03-03'] }),
    parseDate,
  );
}

/** A time of day in minutes after midnight. */
export function timeOfDay() {
  const shape = { pattern: '^\\s*(?:[01]?\\d|2[0-3]):[0-5]\\d\\s*$', examples: ['08:00'] };
  return readAs(text('a time of day such as `08:00`').meta(shape), parseTimeOfDay);
}

/** A text that a function reads; the pattern is for editors. */
export function pattern<Value>(expected: string, shape: string, read: (text: string) => Value) {
  return readAs(text(expected).meta({ pattern: shape }), read);
}

/** A list of at least one of some values, none twice. */
export function listOf<const Value extends string>(values: readonly Value[]) {
  return z
    .array(z.enum(values))
    .min(1, `expected at least one of ${values.map((value) => `\`${value}\``).join(', ')}`)
    .refine((list) => new Set(list).size === list.length, {
      error: 'duplicate value',
      params: named('duplicate-value'),
    });
}
