import type { Estate } from '../../model/definitions/estate.ts';
import type { DomainId, KeyId } from '../../model/definitions/ids.ts';
import { hasOffice } from '../tables/office-table.ts';
import { COST_FIGURES } from './cost-figures.ts';
import { DOMAIN_FIGURES } from './domain-figures.ts';
import { DIRECTORY_FIGURES, ESTATE_FIGURES } from './estate-figures.ts';
import { totalsOf } from './estate-totals.ts';
import { evaluate } from './figure-definition.ts';
import type { FigureWatch } from './figure-watch.ts';
import type { Figures } from './figures.ts';
import { HOST_FIGURES } from './host-figures.ts';
import { KEY_FIGURES } from './key-figures.ts';
import { MACHINE_FIGURES, MachineSubject } from './machine-figures.ts';
import type { MachineTotals } from './machine-totals.ts';
import { OFFICE_FIGURES, OFFICE_HOST_FIGURES, officeTotals } from './office-figures.ts';
import { type RunTotals, runTotals } from './run-totals.ts';

/**
 * The figures of a run that is over: the content of `summary.json`.
 *
 * @param watch what was noted of the run from its beginning
 * @param totals its sums, where they are known already
 */
export function summarize(
  estate: Estate,
  watch: FigureWatch,
  totals: RunTotals = runTotals(estate, watch),
): Figures {
  const { hosts, officeHosts, keys, machines, domains, directoryClients, parameters } = estate;
  const { rules, prices } = parameters;
  const used = totalsOf(estate);
  const ofMachines = (sums: MachineTotals) => evaluate(MACHINE_FIGURES, new MachineSubject(sums, rules));
  const withOffice = hasOffice(parameters);
  const hasDomains = domains.table.size > 0;
  return {
    machines: ofMachines(totals.estate),
    groups: byName(machines.groups, ({ id }) => ofMachines(totals.groups[id])),
    hosts: byName(hosts.all, (host) => ({
      ...evaluate(HOST_FIGURES, { host, noted: watch.counts.noted[host.id] }),
      ...(withOffice && { office: evaluate(OFFICE_HOST_FIGURES, officeHosts.all[host.id]) }),
    })),
    keys: Object.fromEntries(
      keys.table.names.map((name, id) => [name, evaluate(KEY_FIGURES, { keys, key: id as KeyId })]),
    ),
    ...evaluate(hasDomains ? { ...ESTATE_FIGURES, ...DIRECTORY_FIGURES } : ESTATE_FIGURES, {
      estate,
      used,
      machines: totals.estate,
      messages: watch.messages,
    }),
    ...(withOffice && { office: evaluate(OFFICE_FIGURES, officeTotals(estate)) }),
    ...(hasDomains && {
      domains: Object.fromEntries(
        domains.table.names.map((name, id) => [
          name,
          evaluate(DOMAIN_FIGURES, { directoryClients, domain: id as DomainId }),
        ]),
      ),
    }),
    ...(prices === null ? {} : { cost: evaluate(COST_FIGURES, { prices, used, machines: totals.estate }) }),
  };
}

function byName<Item extends { readonly name: string }>(
  items: readonly Item[],
  figures: (item: Item) => Figures,
): Figures {
  return Object.fromEntries(items.map((item) => [item.name, figures(item)]));
}
