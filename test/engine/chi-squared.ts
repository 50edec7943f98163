/**
 * Pearson's statistic of how far frequencies are from equal ones: the sum of (observed - expected)² / expected.
 * Compare it with a critical value of the chi-squared distribution with one degree of freedom less than cells.
 */
export function chiSquared(frequencies: readonly number[]): number {
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0);
  const expected = total / frequencies.length;
  return frequencies.reduce((sum, observed) => sum + (observed - expected) ** 2 / expected, 0);
}

/** How often each whole number below a bound occurs. */
export function frequenciesOf(values: Iterable<number>, bound: number): number[] {
  const frequencies = new Array<number>(bound).fill(0);
  for (const value of values) frequencies[value] += 1;
  return frequencies;
}

/** Critical values at the level 0.001 by degrees of freedom, from printed tables. */
export const CRITICAL_0_001 = { 2: 13.82, 9: 27.88, 99: 148.23 } as const;
