import type { PairedCounts } from './paired-proportions.ts';

/** A figure by number of the replication. */
export interface Values {
  /** Ascending. */
  readonly replications: readonly number[];
  /** One a replication; `NaN` where the figure does not exist. */
  readonly values: ArrayLike<number>;
}

/** Two designs' values of one figure, replication by replication. */
export interface Pairs {
  /** The second less the first, of the replications in which both exist. */
  readonly differences: readonly number[];
  /** In which of the common replications the figure exists. */
  readonly existing: PairedCounts;
  /** Replications that only one of the two designs ran. */
  readonly unpaired: number;
}

/**
 * Pairs the values of equal replications: on common random numbers these met the same luck, and their difference varies
 * less than either (A. M. Law, "Simulation Modeling and Analysis", 5th edition 2015, sections 10.2.1 and 11.2).
 */
export function pairUp(first: Values, second: Values): Pairs {
  const differences: number[] = [];
  const existing = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  let common = 0;
  for (const [one, other] of commonRows(first, second)) {
    common += 1;
    const [before, after] = [first.values[one], second.values[other]];
    if (Number.isNaN(before)) existing[Number.isNaN(after) ? 'neither' : 'onlySecond'] += 1;
    else if (Number.isNaN(after)) existing.onlyFirst += 1;
    else {
      existing.both += 1;
      differences.push(differenceOf(before, after));
    }
  }
  const unpaired = first.replications.length + second.replications.length - 2 * common;
  return { differences, existing, unpaired };
}

/** Where the replications that both have lie in either. */
function* commonRows(first: Values, second: Values): Generator<[number, number]> {
  let one = 0;
  let other = 0;
  while (one < first.replications.length && other < second.replications.length) {
    const step = first.replications[one] - second.replications[other];
    if (step === 0) yield [one, other];
    if (step <= 0) one += 1;
    if (step >= 0) other += 1;
  }
}

/** The values that exist, in the order of the replications. */
export function existingOf({ values }: Values): number[] {
  return Array.from(values).filter((value) => !Number.isNaN(value));
}

/** Digits that a value is taken to carry; a number has 15 to 17. */
const DIGITS = 14;
const MAX_DECIMALS = 20;

/** The second less the first, to the digits that both carry: what is equal but for rounding is equal. */
function differenceOf(first: number, second: number): number {
  const magnitude = Math.max(Math.abs(first), Math.abs(second));
  if (magnitude === 0) return 0;
  const decimals = DIGITS - Math.ceil(Math.log10(magnitude));
  const difference = Number((second - first).toFixed(Math.min(MAX_DECIMALS, Math.max(0, decimals))));
  // Adding 0 turns -0 into 0.
  return difference + 0;
}
