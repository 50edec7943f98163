import type { Figures } from '../../recording/figures/figures.ts';
import { unpricedMeasure } from './price.ts';

/** What one replication says of a design. */
export interface Outcome {
  /** Whether any machine came to Notification, or to Unlicensed before Vista SP1. */
  readonly notified: boolean;
  /** The groups that those machines are of. */
  readonly groups: readonly string[];
  /** What is to be as low as possible: the cost, or without prices hosts and then activations. */
  readonly measure: number;
}

/**
 * Reads what a search looks at from the figures of a replication.
 *
 * @param hosts KMS hosts of the design that come online, for a design without prices
 */
export function outcomeOf(figures: Figures, hosts: number): Outcome {
  const groups = Object.entries(mapOf(figures.groups)).flatMap(([name, own]) =>
    numberOf(mapOf(own).everNotification) > 0 ? [name] : [],
  );
  const cost = mapOf(figures.cost).total;
  const used = Object.values(mapOf(figures.keys)).reduce<number>(
    (sum, key) => sum + numberOf(mapOf(key).used),
    0,
  );
  return {
    notified: numberOf(mapOf(figures.machines).everNotification) > 0,
    groups,
    measure: typeof cost === 'number' ? cost : unpricedMeasure(hosts, used),
  };
}

type Value = Figures[string] | undefined;

function mapOf(value: Value): Figures {
  return typeof value === 'object' && value !== null ? value : {};
}

function numberOf(value: Value): number {
  return typeof value === 'number' ? value : 0;
}
