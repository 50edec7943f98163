import type { Estate } from '../definitions/estate.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { TimelineAction } from '../definitions/parameters.ts';
import type { Group } from '../estate/machines.ts';

/** What the actions of the timeline act on. */
export type TimelineActionEstate = Pick<
  Estate,
  | 'outages'
  | 'networks'
  | 'zones'
  | 'hosts'
  | 'hostActivation'
  | 'machines'
  | 'keys'
  | 'methods'
  | 'conversion'
  | 'validation'
  | 'lifecycle'
  | 'calendar'
  | 'observer'
>;

export type ActionType = TimelineAction['type'];
export type ActionOf<Type extends ActionType> = Extract<TimelineAction, { readonly type: Type }>;

interface ActionHandler<Type extends ActionType> {
  begin(action: ActionOf<Type>, estate: TimelineActionEstate): void;
  /** What happens when an action that lasts is over. */
  end(action: ActionOf<Type>, estate: TimelineActionEstate): void;
}

const doesNotLast = () => {};

/** What each action of the timeline does: one without a handler does not compile. */
export const TIMELINE_ACTIONS: { readonly [Type in ActionType]: ActionHandler<Type> } = {
  down: {
    begin: ({ target }, { outages, observer }) => {
      outages.begin(target);
      observer.estateChanged('down', target, '');
    },
    end: ({ target }, { outages, observer }) => {
      if (outages.end(target)) observer.estateChanged('up', target, '');
    },
  },
  block: {
    begin: ({ link, services }, { networks, observer }) => {
      networks.block(networks.links.idOf(link), services);
      observer.estateChanged('down', link, services.join(' '));
    },
    end: ({ link, services }, { networks, observer }) => {
      networks.unblock(networks.links.idOf(link), services);
      observer.estateChanged('up', link, services.join(' '));
    },
  },
  move: {
    begin: ({ host }, { hosts, hostActivation, observer }) => {
      const id = hosts.table.idOf(host);
      observer.hostChanged('moved', id, NONE, 0, '');
      hosts.putOutOfTolerance(hosts.all[id]);
      hostActivation.requestNow(id);
    },
    end: doesNotLast,
  },
  grant: {
    begin: ({ zone }, { zones, observer }) => {
      zones.grant(zones.table.idOf(zone));
      observer.estateChanged('granted', zone, '');
    },
    end: doesNotLast,
  },
  retire: { begin: ({ group, count }, estate) => retire(group, count, estate), end: doesNotLast },
  rebuild: {
    begin: ({ group }, { machines, lifecycle }) => {
      for (const machine of membersOf(machines.groupNamed(group))) lifecycle.rebuildNow(machine);
    },
    end: doesNotLast,
  },
  activate: {
    begin: ({ group }, { machines, methods }) => {
      for (const machine of membersOf(machines.groupNamed(group))) {
        if (machines.inService(machine)) methods.scheduleNow(machine);
      }
    },
    end: doesNotLast,
  },
  convert: {
    begin: ({ group, method }, { machines, conversion }) =>
      conversion.convert(machines.groupNamed(group), method),
    end: doesNotLast,
  },
  raise: {
    begin: ({ key, activations, hosts }, { keys, hostActivation, observer }) => {
      const id = keys.table.idOf(key);
      keys.raise(id, activations, hosts);
      hostActivation.keyRaised(id);
      observer.estateChanged('raised', key, hosts > 0 ? `${hosts} hosts` : `${activations} activations`);
    },
    end: doesNotLast,
  },
  rekey: {
    begin: ({ host }, { hosts, hostActivation }) => {
      const id = hosts.table.idOf(host);
      if (!hosts.all[id].online) return;
      hosts.rekey(hosts.all[id]);
      hostActivation.requestNow(id);
    },
    end: doesNotLast,
  },
  validate: {
    begin: ({ group, result }, { machines, validation, calendar }) => {
      for (const machine of membersOf(machines.groupNamed(group)))
        validation.scheduleAt(machine, calendar.now, result);
    },
    end: doesNotLast,
  },
};

/** Retires the machines with the highest numbers that are still in the estate, `count` of them or all. */
function retire(name: string, count: number | null, { machines, lifecycle }: TimelineActionEstate): void {
  const group = machines.groupNamed(name);
  let left = count ?? group.count;
  for (const machine of membersOf(group).reverse()) {
    if (left === 0) return;
    if (count !== null && !machines.inService(machine)) continue;
    lifecycle.retire(machine);
    left -= 1;
  }
}

function membersOf(group: Group): MachineId[] {
  return Array.from({ length: group.count }, (_, index) => (group.first + index) as MachineId);
}
