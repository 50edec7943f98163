import { DurationError, formatDuration, parseDuration } from '../../text/duration.ts';
import { VariationError } from './variation-error.ts';

/** Points that a grid may have; more would only be a slip of the keyboard. */
export const MAX_POINTS = 2000;

const NUMBER = /^[+-]?\d+(?:\.(\d+))?$/;
const MAX_DECIMALS = 6;

/** How the ends and the step of a range are counted: in whole numbers, so that no step is rounded. */
interface Scale {
  /** Whole numbers from a text; `null` for a text of another kind. */
  read(text: string): number | null;
  write(count: number): string;
  /** The step of a range that names none. */
  readonly usualStep: number;
}

/** Whether a value is written as a range: begins with a number and has `..`. */
export function isRange(text: string): boolean {
  return /^[+-]?\d.*\.\./s.test(text);
}

/**
 * The values of `FROM..TO` or `FROM..TO..STEP`, numbers or durations, from FROM on as far as TO. Without STEP they are
 * 1 apart, durations one of the unit that FROM is written in.
 *
 * @throws VariationError with a message for people
 */
export function rangeOf(text: string): string[] {
  const ends = text.split('..').map((end) => end.trim());
  if (ends.length > 3) throw new VariationError(`${text} is not FROM..TO or FROM..TO..STEP`);
  const scale = NUMBER.test(ends[0]) ? numbers(ends) : durations(ends[0]);
  const [from, to, step = scale.usualStep] = ends.map((end) => {
    const count = scale.read(end);
    if (count !== null) return count;
    throw new VariationError(
      `in the range ${text}, ${end === '' ? 'something is missing' : `${end} does not fit ${ends[0]}`}: ` +
        'ranges are of numbers (20..30..5) or of durations (1 d..14 d..12 h); list other values with commas',
    );
  });
  if (from > to) throw new VariationError(`the range ${text} goes down; write the smaller end first`);
  if (step <= 0) throw new VariationError(`the range ${text} has a step that leads nowhere`);
  const count = Math.floor((to - from) / step) + 1;
  if (count > MAX_POINTS)
    throw new VariationError(`the range ${text} has ${count} values; ${MAX_POINTS} are the most`);
  return Array.from({ length: count }, (_, index) => scale.write(from + index * step));
}

function numbers(ends: readonly string[]): Scale {
  const decimals = Math.max(...ends.map((end) => NUMBER.exec(end)?.[1]?.length ?? 0));
  const unit = 10 ** decimals;
  return {
    read: (text) => {
      const count = Math.round(Number(text) * unit);
      return NUMBER.test(text) && decimals <= MAX_DECIMALS && Number.isSafeInteger(count) ? count : null;
    },
    write: (count) => String(Number((count / unit).toFixed(decimals))),
    usualStep: unit,
  };
}

function durations(first: string): Scale {
  const unit = /[a-z]+$/.exec(first)?.[0] ?? '';
  return { read: durationOrNull, write: formatDuration, usualStep: durationOrNull(`1 ${unit}`) ?? 0 };
}

function durationOrNull(text: string): number | null {
  try {
    return parseDuration(text);
  } catch (error) {
    if (error instanceof DurationError) return null;
    throw error;
  }
}
