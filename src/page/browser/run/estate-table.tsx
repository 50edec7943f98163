import { CONDITION_ORDER } from '../../../charts/condition-order.ts';
import { CONDITION_NAMES } from '../../../model/definitions/conditions.ts';
import type { EstateView } from '../../content/estate-view.ts';
import { DataTable, type TableCell } from '../charts/data-table.tsx';
import { hostState } from '../picture/host-picture.tsx';
import { linkState } from '../picture/link-picture.tsx';
import type { Moment } from '../picture/moment.ts';

export interface EstateTableProps {
  readonly estate: EstateView;
  readonly moment: Moment;
}

/** What the picture shows, as a table. */
export function EstateTable({ estate, moment }: EstateTableProps) {
  return (
    <DataTable
      label="the estate on this day"
      columns={['name', 'network', 'is', 'state']}
      rows={() => [...groupRows(estate, moment), ...hostRows(estate, moment), ...linkRows(estate, moment)]}
    />
  );
}

function groupRows({ networks }: EstateView, moment: Moment): TableCell[][] {
  return networks.flatMap(({ name: network, groups }) =>
    groups.map(({ name, index, system, count }) => {
      const conditions = moment.conditionsOf(index);
      const parts = CONDITION_ORDER.filter((condition) => (conditions[condition] ?? 0) > 0).map(
        (condition) => `${conditions[condition]} ${CONDITION_NAMES[condition]}`,
      );
      const state = parts.length === 0 ? 'not installed' : parts.join(', ');
      return [name, network, system, conditions.length === 0 ? `${count} machines` : state];
    }),
  );
}

function hostRows({ networks }: EstateView, moment: Moment): TableCell[][] {
  return networks.flatMap(({ name: network, hosts }) =>
    hosts.map((host) => [host.name, network, 'KMS host', hostState(host, moment).words]),
  );
}

function linkRows({ links }: EstateView, moment: Moment): TableCell[][] {
  return links.map((link) => {
    const { name, words } = linkState(link, moment);
    return [link.name, `${link.from} to ${link.to}`, 'link', name === 'open' ? `open: ${words}` : words];
  });
}
