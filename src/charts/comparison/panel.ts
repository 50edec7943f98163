import { decimalsFor, formatNumber } from '../../text/numbers.ts';

/** A small chart of one figure: rows with a point and its interval, on a scale of its own. */
export interface Panel {
  /** The figure and its unit. */
  readonly title: string;
  readonly rows: readonly PanelRow[];
  /** Whether a line marks 0. */
  readonly zeroLine: boolean;
  /** The ends of the scale, where they do not follow from the values. */
  readonly ends?: Range;
}

/** From low to high, in the unit of the panel. */
export type Range = readonly [low: number, high: number];

export interface PanelRow {
  readonly label: string;
  /** `null` where there is no value: the row has only its text. */
  readonly value: number | null;
  /** Drawn thick. */
  readonly interval: Range | null;
  /** Drawn thin. */
  readonly spread: Range | null;
  /** The value in words, at the right. */
  readonly text: string;
  readonly color: string;
  readonly marker: 'circle' | 'rect' | 'triangle' | 'rectRot';
  /** Whether the marker is only an outline. */
  readonly hollow: boolean;
}

/** The scale of a panel: its ends and where on it, from 0 to 1, a value lies. */
export interface PanelScale {
  readonly low: number;
  readonly high: number;
  /** Whether all values are 0, so that the scale has no length of its own. */
  readonly flat: boolean;
  place(value: number): number;
}

/** A range smaller than this part of the values themselves would vanish on a scale that starts at 0. */
const NARROW = 0.25;
const MARGIN = 0.08;

/**
 * A scale that holds all that a panel draws. It starts at 0, unless all values lie so close together that their differences
 * would not be seen; its ends are written under it.
 */
export function panelScale({ rows, zeroLine, ends }: Panel): PanelScale {
  const drawn = rows.flatMap(({ value, interval, spread }) => [
    ...(value === null ? [] : [value]),
    ...(interval ?? []),
    ...(spread ?? []),
  ]);
  const [low, high] = ends ?? (drawn.length === 0 ? [0, 0] : endsFor(drawn, zeroLine));
  const width = high - low === 0 ? 1 : high - low;
  return { low, high: low + width, flat: high === low, place: (value) => (value - low) / width };
}

function endsFor(drawn: readonly number[], zeroLine: boolean): Range {
  const least = Math.min(...drawn);
  const most = Math.max(...drawn);
  const narrow = !zeroLine && least > 0 && most > least && most - least < most * NARROW;
  const [from, to] = narrow ? [least, most] : [Math.min(0, least), Math.max(0, most)];
  const margin = (to - from) * MARGIN;
  return [from === 0 ? 0 : from - margin, to === 0 ? 0 : to + margin];
}

/** The ends of a scale as they are written. */
export function scaleEnds({ low, high, flat }: PanelScale): [string, string] {
  const decimals = decimalsFor(high, (high - low) / 2);
  const end = (value: number) => (value === 0 ? '0' : formatNumber(value, decimals));
  return flat ? [end(low), ''] : [end(low), end(high)];
}
