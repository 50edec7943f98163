import type { Figures } from '../../recording/figures/figures.ts';
import { unpricedMeasure } from './price.ts';

/** What one replication says of a design. */
export interface Outcome {
  /** Whether any machine came to Notification, or to Unlicensed before Vista SP1; not those that only waited for their first license. */
  readonly notified: boolean;
  /** Whether any machine only waited there: of a system without a grace, from its installation to a license soon after. */
  readonly waited: boolean;
  /** The groups that the machines in Notification are of. */
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
    numberOf(mapOf(own).notificationBeyondWait) > 0 ? [name] : [],
  );
  const cost = mapOf(figures.cost).total;
  const used = Object.values(mapOf(figures.keys)).reduce<number>(
    (sum, key) => sum + numberOf(mapOf(key).used),
    0,
  );
  const { everNotification, notificationBeyondWait } = mapOf(figures.machines);
  return {
    notified: numberOf(notificationBeyondWait) > 0,
    waited: numberOf(everNotification) > numberOf(notificationBeyondWait),
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
