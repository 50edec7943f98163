import { decimalsFor, formatNumber, MAX_DECIMALS } from '../../text/numbers.ts';
import type { Difference } from './difference.ts';
import type { Estimate } from './estimate.ts';
import type { FigureDescription } from './figure-descriptions.ts';

/** What stands where there is no value. */
export const NO_VALUE = '-';

/**
 * The mean in its shown unit, such as `12.4`; with `± 2.1` behind it where values differ, or with the ends of its interval where
 * that would reach below 0, and of shares: `0 % (0 to 11 %)`.
 */
export function shownMean(figure: FigureDescription, estimate: Estimate, withInterval: boolean): string {
  const { mean, halfWidth, low, high } = estimate;
  if (mean === null) return NO_VALUE;
  const spread = halfWidth === null ? null : halfWidth / figure.perUnit;
  const shown = shownIn(figure, mean, halfWidth);
  if (!withInterval || spread === null || spread === 0 || low === null || high === null) return shown;
  if (figure.share !== undefined || low > mean - spread * figure.perUnit)
    return `${shown} (${shownRange(figure, low, high)})`;
  return `${shown} ± ${formatNumber(spread, decimalsFor(mean / figure.perUnit, spread))}`;
}

/** The difference with its interval, such as `-12.1 (-15.0 to -9.2)`; `+30 in every pair` where it is always the same. */
export function shownDifference(figure: FigureDescription, difference: Difference | null): string {
  if (difference === null || difference.mean === null) return NO_VALUE;
  const { mean, low, high, constant } = difference;
  const shown = signed(shownIn(figure, mean, low === null || high === null ? null : (high - low) / 2));
  if (low === null || high === null) return shown;
  if (constant && low === high) return `${shown} in every pair`;
  return `${shown} (${shownRange(figure, low, high)})`;
}

/**
 * A value in its shown unit, of a share of replications with its percent sign.
 *
 * @param halfWidth what it is uncertain by, in the figure's own unit; `null` or 0 of what is certain
 */
export function shownIn(figure: FigureDescription, value: number, halfWidth: number | null): string {
  const inUnit = value / figure.perUnit;
  const decimals = decimalsOf(figure, inUnit, halfWidth === null ? null : halfWidth / figure.perUnit);
  return `${formatNumber(inUnit, decimals)}${signOf(figure)}`;
}

/** An interval in its shown unit, such as `9.2 to 15.0`. */
export function shownRange(figure: FigureDescription, low: number, high: number): string {
  const { perUnit } = figure;
  const enough = decimalsOf(figure, low / perUnit, (high - low) / 2 / perUnit);
  const decimals = Math.max(enough, ...[low, high].map((end) => decimalsBesideZero(end / perUnit, enough)));
  return `${formatNumber(low / perUnit, decimals)} to ${formatNumber(high / perUnit, decimals)}${signOf(figure)}`;
}

/**
 * How many decimals a value in its shown unit deserves. Shares of some ten replications are not known to a tenth of a percent.
 *
 * @param spread what it is uncertain by, in the shown unit
 */
export function decimalsOf({ share }: FigureDescription, value: number, spread: number | null): number {
  const decimals = decimalsFor(value, spread);
  return share === undefined ? decimals : Math.max(0, decimals - 1);
}

function signOf({ share }: FigureDescription): string {
  return share === undefined ? '' : ' %';
}

/** The title with its unit, such as `telephone time (min)`. */
export function shownTitle({ title, unit, share }: FigureDescription): string {
  return unit === '' || share !== undefined ? title : `${title} (${unit})`;
}

function signed(number: string): string {
  return /^-|^[0.]+(?: %)?$/.test(number) ? number : `+${number}`;
}

/** Decimals that keep an end of an interval from looking like the 0 that it excludes. */
function decimalsBesideZero(value: number, enough: number): number {
  const looksLikeZero = value !== 0 && Number(value.toFixed(enough)) === 0;
  return looksLikeZero ? Math.min(MAX_DECIMALS, Math.ceil(-Math.log10(Math.abs(value)))) : enough;
}
