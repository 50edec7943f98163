import type { PairedCounts } from './paired-proportions.ts';

/** A figure by number of the replication, ascending; `null` where it does not exist. */
export type Values = ReadonlyMap<number, number | null>;

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
  for (const [replication, one] of first) {
    const other = second.get(replication);
    if (other === undefined) continue;
    common += 1;
    if (one === null) existing[other === null ? 'neither' : 'onlySecond'] += 1;
    else if (other === null) existing.onlyFirst += 1;
    else {
      existing.both += 1;
      differences.push(differenceOf(one, other));
    }
  }
  return { differences, existing, unpaired: first.size + second.size - 2 * common };
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
