/** Numbers for people: the same on every machine, whatever its locale. */

/** More are never shown. */
export const MAX_DECIMALS = 4;
const MILLION = 1_000_000;

/**
 * How many decimals a value deserves: two digits of what it is uncertain by; of what is certain, as many as it has, at
 * most two.
 *
 * @param spread half-width of its interval; 0 or `null` when there is none
 */
export function decimalsFor(value: number, spread: number | null): number {
  if (spread === null || spread === 0) return Number.isInteger(value) ? 0 : 2;
  return Math.min(MAX_DECIMALS, Math.max(0, 1 - Math.floor(Math.log10(Math.abs(spread)))));
}

/** A number with thousands set apart, `1,234.5`; from a million on in millions, `1.235 M`. */
export function formatNumber(value: number, decimals: number): string {
  if (Math.abs(value) >= MILLION) return `${groupThousands((value / MILLION).toFixed(3))} M`;
  return groupThousands(value.toFixed(decimals)).replace(/^-(?=[0.]+$)/, '');
}

/** 1200 as `1,200`; decimals stay as they are. */
export function groupThousands(number: number | string): string {
  const [whole, fraction] = String(number).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
