import { type DesignResults, tabulate } from '../../../src/experiments/comparison/design-results.ts';
import { figureColumn } from '../../../src/experiments/comparison/figure-values.ts';
import type { Figures } from '../../../src/recording/figures/figures.ts';

/** A design whose replications have the figures that a function gives. */
export function design(
  name: string,
  figures: (replication: number) => Figures,
  replications = 30,
): DesignResults {
  const numbers = Array.from({ length: replications }, (_, replication) => replication);
  return ofReplications(name, new Map(numbers.map((number) => [number, figures(number)])));
}

/** A design of the given replications only. */
export function ofReplications(name: string, figures: ReadonlyMap<number, Figures>, random = true) {
  return tabulate(name, new Map([...figures].map(([number, own]) => [number, figureColumn(own)])), random);
}

/** Luck that all designs share: it comes back after seven replications. */
export function luck(replication: number): number {
  return (replication * 3) % 7;
}

/** A design of which only the machines ever in Notification are known. */
export function notified(name: string, machines: (replication: number) => number | null, replications = 30) {
  return design(name, (number) => ({ machines: { everNotification: machines(number) } }), replications);
}

/** A design of which only the time until 95 % are licensed is known, in minutes. */
export function timed(name: string, minutes: (replication: number) => number | null, replications = 30) {
  return design(name, (number) => ({ machines: { timeToLicensed: { p95: minutes(number) } } }), replications);
}
