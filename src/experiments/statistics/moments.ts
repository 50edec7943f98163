/** What a sample says of its population. */
export interface Moments {
  readonly count: number;
  /** `NaN` of no values. */
  readonly mean: number;
  /** The square root of the unbiased variance; 0 of fewer than two values. */
  readonly deviation: number;
  /** Whether all values are equal. */
  readonly constant: boolean;
}

/**
 * Mean and standard deviation in one pass: B. P. Welford, "Note on a method for calculating corrected sums of squares and
 * products", Technometrics 4 (1962) 419-420. Equal values give their value and exactly 0.
 */
export function momentsOf(values: Iterable<number>): Moments {
  let count = 0;
  let mean = Number.NaN;
  let squares = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    count += 1;
    const step = count === 1 ? 0 : value - mean;
    mean = count === 1 ? value : mean + step / count;
    squares += step * (value - mean);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
  return { count, mean, deviation, constant: least === most };
}
