import { formatNumber } from '../../text/numbers.ts';

/** Values that share a color on a map. */
export interface ValueClass {
  readonly label: string;
  readonly color: string;
  /** Color of text on it. */
  readonly ink: string;
  holds(value: number | null): boolean;
}

const MAX_CLASSES = 6;
const NICE = [1, 2, 2.5, 5, 10];
/** Ends and middle of the ramp: one hue that only grows darker, so that it can be read without colors. */
const RAMP = [
  [222, 235, 247],
  [0, 114, 178],
  [0, 38, 66],
] as const;
const ZERO = { color: '#FFFFFF', ink: '#1F1F1F' };
const NEVER = { color: '#D9D9D9', ink: '#1F1F1F' };
/** Share of the ramp from which on text must be light. */
const DARK_FROM = 0.4;

/**
 * At most eight classes for some values: `does not exist` and `0` by themselves where they occur, and up to six of equal
 * width with round limits.
 */
export function valueClasses(values: readonly (number | null)[]): ValueClass[] {
  const existing = values.filter((value) => value !== null);
  const others = existing.filter((value) => value !== 0);
  return [
    ...(existing.length < values.length
      ? [{ label: 'does not exist', ...NEVER, holds: (value: number | null) => value === null }]
      : []),
    ...(others.length < existing.length
      ? [{ label: '0', ...ZERO, holds: (value: number | null) => value === 0 }]
      : []),
    ...(others.length === 0 ? [] : equalClasses(Math.min(...others), Math.max(...others))),
  ];
}

function equalClasses(least: number, most: number): ValueClass[] {
  const step = niceStep((most - least) / MAX_CLASSES, most);
  const first = Math.floor(least / step);
  const count = Math.floor(most / step) - first + 1;
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (isTwoDigit(step) ? 1 : 0));
  return Array.from({ length: count }, (_, index) => {
    const from = (first + index) * step;
    const to = (first + index + 1) * step;
    const part = count === 1 ? 0.5 : index / (count - 1);
    return {
      label: `${formatNumber(from, decimals)} to ${formatNumber(to, decimals)}`,
      color: rampColor(part),
      ink: part >= DARK_FROM ? '#FFFFFF' : '#1F1F1F',
      holds: (value: number | null) =>
        value !== null && value !== 0 && Math.floor(value / step) === first + index,
    };
  });
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below the wanted width; of equal values the value's own. */
function niceStep(wanted: number, most: number): number {
  const width = wanted > 0 ? wanted : Math.abs(most);
  const power = 10 ** Math.floor(Math.log10(width));
  return power * NICE.find((factor) => factor * power >= width)!;
}

function isTwoDigit(step: number): boolean {
  const digits = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
  return Math.abs(digits - 2.5) < 1e-6;
}

function rampColor(part: number): string {
  const from = part < 0.5 ? 0 : 1;
  const within = (part - from * 0.5) * 2;
  const channels = RAMP[from].map((channel, index) => channel + (RAMP[from + 1][index] - channel) * within);
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
