/** What a sample says of its population. */
export interface Moments {
  readonly count: number;
  /** `NaN` of no values. */
  readonly mean: number;
  /** The square root of the unbiased variance; 0 of fewer than two values. */
  readonly deviation: number;
  /** Whether there are values and all are equal. */
  readonly constant: boolean;
}

/**
 * Mean and standard deviation by the corrected two-pass algorithm: T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms
 * for computing the sample variance: analysis and recommendations", The American Statistician 37 (1983) 242-247. Equal
 * values give their value and exactly 0.
 */
export function momentsOf(values: readonly number[]): Moments {
  const count = values.length;
  if (count === 0) return { count, mean: Number.NaN, deviation: 0, constant: false };
  if (values.every((value) => value === values[0]))
    return { count, mean: values[0], deviation: 0, constant: true };
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  let rest = 0;
  let squares = 0;
  for (const value of values) {
    rest += value - mean;
    squares += (value - mean) ** 2;
  }
  const variance = (squares - rest ** 2 / count) / (count - 1);
  return { count, mean: mean + rest / count, deviation: Math.sqrt(variance), constant: false };
}
