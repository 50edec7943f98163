/**
 * A quantile by nearest rank: the smallest value that at least the given part of the population does not
 * exceed (Hyndman & Fan 1996, definition 1). Members without a value count as larger than all others.
 *
 * @param values the values there are, in ascending order
 * @param population members with and without a value
 * @param part between 0 (not included) and 1
 * @returns the value, or `null` when that member has none
 */
export function quantile(values: ArrayLike<number>, population: number, part: number): number | null {
  const rank = rankOf(population, part);
  return rank === 0 || rank > values.length ? null : values[rank - 1];
}

/** Which of the values in ascending order, from 1 on, is the quantile of a population; 0 of none. */
export function rankOf(population: number, part: number): number {
  return Math.ceil(part * population);
}
