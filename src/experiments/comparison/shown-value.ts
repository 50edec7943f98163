import { decimalsFor, formatNumber, MAX_DECIMALS } from '../../text/numbers.ts';
import type { Difference } from './difference.ts';
import type { Estimate } from './estimate.ts';
import type { FigureDescription } from './figure-descriptions.ts';

/** What stands where there is no value. */
export const NO_VALUE = '-';

/** The mean in its shown unit, such as `12.4`; with `± 2.1` behind it where values differ. */
export function shownMean(figure: FigureDescription, estimate: Estimate, withInterval: boolean): string {
  if (estimate.mean === null) return NO_VALUE;
  const mean = estimate.mean / figure.perUnit;
  const spread = estimate.halfWidth === null ? null : estimate.halfWidth / figure.perUnit;
  const decimals = decimalsFor(mean, spread);
  const shown = formatNumber(mean, decimals);
  if (!withInterval || spread === null || spread === 0) return shown;
  if (figure.share === undefined) return `${shown} ± ${formatNumber(spread, decimals)}`;
  return `${shown} (${shownRange(figure, estimate.low!, estimate.high!)})`;
}

/** The difference with its interval, such as `-12.1 (-15.0 to -9.2)`; `+30 in every pair` where it is always the same. */
export function shownDifference(figure: FigureDescription, difference: Difference | null): string {
  if (difference === null || difference.mean === null) return NO_VALUE;
  const { mean, low, high } = difference;
  const spread = low === null || high === null ? null : (high - low) / 2 / figure.perUnit;
  const shown = signed(formatNumber(mean / figure.perUnit, decimalsFor(mean / figure.perUnit, spread)));
  if (low === null || high === null) return shown;
  if (low === high) return `${shown} in every pair`;
  return `${shown} (${shownRange(figure, low, high)})`;
}

/** An interval in its shown unit, such as `9.2 to 15.0`. */
export function shownRange({ perUnit }: FigureDescription, low: number, high: number): string {
  const enough = decimalsFor(low / perUnit, (high - low) / 2 / perUnit);
  const decimals = Math.max(enough, ...[low, high].map((end) => decimalsBesideZero(end / perUnit, enough)));
  return `${formatNumber(low / perUnit, decimals)} to ${formatNumber(high / perUnit, decimals)}`;
}

/** The title with its unit, such as `telephone time (min)`. */
export function shownTitle({ title, unit }: FigureDescription): string {
  return unit === '' ? title : `${title} (${unit})`;
}

function signed(number: string): string {
  return /^-|^[0.]+$/.test(number) ? number : `+${number}`;
}

/** Decimals that keep an end of an interval from looking like the 0 that it excludes. */
function decimalsBesideZero(value: number, enough: number): number {
  const looksLikeZero = value !== 0 && Number(value.toFixed(enough)) === 0;
  return looksLikeZero ? Math.min(MAX_DECIMALS, Math.ceil(-Math.log10(Math.abs(value)))) : enough;
}
