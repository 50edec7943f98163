import type { Prices } from '../../model/definitions/parameters.ts';
import type { EstateTotals } from './estate-totals.ts';
import type { FigureDefinition, FigureTable } from './figure-definition.ts';
import { daysOf, type MachineTotals } from './machine-totals.ts';

/** What is priced. */
export interface CostSubject {
  readonly prices: Prices;
  readonly used: EstateTotals;
  readonly machines: MachineTotals;
}

const CENTS = 2;

/** What a run cost by item, at the scenario's prices. */
const ITEMS = {
  hosts: item('KMS hosts', ({ used, prices }) => used.kmsHosts * prices.host),
  makActivations: item('MAK activations', ({ used, prices }) => used.makActivations * prices.makActivation),
  calls: item('telephone calls', ({ used, prices }) => used.calls * prices.call),
  unlicensedDays: item(
    'machine-days in service but not Licensed',
    ({ machines, prices }) => machines.unlicensedDays * prices.unlicensedDay,
  ),
  notificationDays: item(
    'machine-days in Notification or Unlicensed',
    ({ machines, prices }) => daysOf(machines.managedEndStateMinutes) * prices.notificationDay,
  ),
};

/** The figures `cost.*`: those of unmanaged machines cost nothing. */
export const COST_FIGURES: FigureTable<CostSubject> = {
  ...ITEMS,
  total: item('all of these', (subject) =>
    Object.values(ITEMS).reduce((sum, { value }) => sum + (value(subject) ?? 0), 0),
  ),
};

function item(what: string, amount: (subject: CostSubject) => number): FigureDefinition<CostSubject> {
  return {
    meaning: `cost of ${what}, in the scenario's currency`,
    better: 'less',
    value: (subject) => Number(amount(subject).toFixed(CENTS)),
  };
}
