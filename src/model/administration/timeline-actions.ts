import type { Estate } from '../definitions/estate.ts';
import { type DomainId, NONE } from '../definitions/ids.ts';
import type { TimelineAction } from '../definitions/parameters.ts';
import { COUNTING_UPDATES } from '../definitions/updates.ts';

/** What the actions of the timeline act on. */
export type TimelineActionEstate = Pick<
  Estate,
  | 'outages'
  | 'networks'
  | 'zones'
  | 'hosts'
  | 'officeHosts'
  | 'hostActivation'
  | 'hostStarts'
  | 'publishing'
  | 'machines'
  | 'keys'
  | 'methods'
  | 'conversion'
  | 'validation'
  | 'lifecycle'
  | 'rearming'
  | 'licenses'
  | 'domains'
  | 'activationObjects'
  | 'clientIds'
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
    begin: ({ target, network }, { outages, observer }) => {
      outages.begin(target, network);
      observer.estateChanged('down', target, network ?? '');
    },
    end: ({ target, network }, { outages, observer }) => {
      if (outages.end(target, network)) observer.estateChanged('up', target, network ?? '');
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
    begin: ({ host }, { hosts, officeHosts, hostActivation, observer }) => {
      const id = hosts.table.idOf(host);
      observer.hostChanged('moved', id, NONE, 0, '');
      hosts.licenses.putOutOfTolerance(hosts.all[id]);
      officeHosts.putOutOfTolerance(id);
      hostActivation.requestNow(id);
    },
    end: doesNotLast,
  },
  grant: {
    begin: ({ zone, to }, { zones, hosts, observer }) => {
      zones.grant(zones.table.idOf(zone), to === undefined ? undefined : hosts.table.idOf(to));
      observer.estateChanged('granted', zone, to ?? '');
    },
    end: doesNotLast,
  },
  retire: { begin: ({ group, count }, estate) => retire(group, count, estate), end: doesNotLast },
  rebuild: {
    begin: ({ group: name, image }, { machines, clientIds, lifecycle }) => {
      const group = machines.groupNamed(name);
      if (image !== undefined) {
        group.image = image;
        clientIds.changeImage(group);
      }
      for (const machine of machines.membersOf(group)) lifecycle.rebuildNow(machine);
    },
    end: doesNotLast,
  },
  activate: {
    begin: ({ group }, { machines, methods }) => {
      for (const machine of machines.membersOf(machines.groupNamed(group))) {
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
    begin: ({ key, activations, hosts }, { keys, hostActivation, activationObjects, observer }) => {
      const id = keys.table.idOf(key);
      keys.raise(id, activations, hosts);
      hostActivation.keyRaised(id);
      activationObjects.keyRaised(id);
      observer.estateChanged('raised', key, hosts > 0 ? `${hosts} hosts` : `${activations} activations`);
    },
    end: doesNotLast,
  },
  rekey: {
    begin: ({ host, key }, { hosts, officeHosts, keys, hostActivation, observer }) => {
      const id = hosts.table.idOf(host);
      if (!hosts.all[id].online) return;
      if (key !== undefined && officeHosts.install(hosts.all[id], keys.table.idOf(key))) {
        observer.hostChanged('updated', id, NONE, 0, key);
        hostActivation.requestNow(id);
        return;
      }
      if (key !== undefined && keys.table.idOf(key) !== hosts.all[id].key) hostActivation.keyChanged(id);
      hosts.rekey(hosts.all[id], key === undefined ? undefined : keys.table.idOf(key));
      hostActivation.requestNow(id);
    },
    end: doesNotLast,
  },
  validate: {
    begin: ({ group, result }, { machines, validation, calendar }) => {
      for (const machine of machines.membersOf(machines.groupNamed(group)))
        validation.scheduleAt(machine, calendar.now, result);
    },
    end: doesNotLast,
  },
  rearm: {
    begin: ({ group }, { machines, rearming }) => {
      for (const machine of machines.membersOf(machines.groupNamed(group))) rearming.rearmNow(machine);
    },
    end: doesNotLast,
  },
  point: {
    begin: ({ group, host }, { machines, hosts, observer }) => {
      machines.groupNamed(group).host = host === null ? NONE : hosts.table.idOf(host);
      observer.estateChanged('pointed', group, host ?? '');
    },
    end: doesNotLast,
  },
  unpublish: {
    begin: ({ host }, { hosts, publishing }) => publishing.unpublish(hosts.table.idOf(host)),
    end: doesNotLast,
  },
  update: {
    begin: ({ host: name, updates }, { hosts }) => {
      const host = hosts.all[hosts.table.idOf(name)];
      if (updates === undefined) hosts.update(host, COUNTING_UPDATES, 'counts virtual machines', true);
      else hosts.update(host, updates, updates.join(' '));
    },
    end: doesNotLast,
  },
  upgrade: { begin: (action, estate) => upgrade(action, estate), end: doesNotLast },
  relocate: { begin: (action, estate) => relocate(action, estate), end: doesNotLast },
  join: {
    begin: ({ group, domain }, estate) => {
      changeDomain(group, estate.domains.table.idOf(domain), estate);
      estate.observer.estateChanged('joined', group, domain);
    },
    end: doesNotLast,
  },
  leave: {
    begin: ({ group }, estate) => {
      const { domain } = estate.machines.groupNamed(group);
      changeDomain(group, NONE, estate);
      estate.observer.estateChanged('left', group, domain === NONE ? '' : estate.domains.table.names[domain]);
    },
    end: doesNotLast,
  },
};

/** Gives a group another system in place: activation and CMID stay; what ended before is in the new end state. */
function upgrade(
  { group: name, os }: ActionOf<'upgrade'>,
  { machines, licenses, observer }: TimelineActionEstate,
): void {
  const group = machines.groupNamed(name);
  const before = group.system.endState;
  machines.upgrade(group, os);
  observer.estateChanged('upgraded', name, os);
  for (const machine of machines.membersOf(group))
    if (machines.inService(machine)) licenses.changeEndState(machine, before);
}

/** Moves a host or a group to another network. A host that runs starts again there and publishes to its zone. */
function relocate(
  { subject, network: name }: ActionOf<'relocate'>,
  { networks, machines, hosts, hostStarts, publishing, observer }: TimelineActionEstate,
): void {
  const network = networks.table.idOf(name);
  const host = hosts.table.find(subject);
  if (host === undefined) {
    machines.groupNamed(subject).network = network;
    observer.estateChanged('relocated', subject, name);
    return;
  }
  hosts.relocate(hosts.all[host], network);
  publishing.follow(hosts.all[host], name);
  hostStarts.startIfUp(host);
}

/** Makes the machines of a group members of another domain, or of none. They restart with it, so they try at once. */
function changeDomain(
  name: string,
  domain: DomainId | -1,
  { machines, methods }: TimelineActionEstate,
): void {
  const group = machines.groupNamed(name);
  group.domain = domain;
  for (const machine of machines.membersOf(group))
    if (machines.inService(machine)) methods.scheduleNow(machine);
}

/** Retires the machines with the highest numbers that are still in the estate, `count` of them or all. */
function retire(name: string, count: number | null, { machines, lifecycle }: TimelineActionEstate): void {
  const group = machines.groupNamed(name);
  let left = count ?? group.count;
  for (const machine of machines.membersOf(group).reverse()) {
    if (left === 0) return;
    if (count !== null && !machines.inService(machine)) continue;
    lifecycle.retire(machine);
    left -= 1;
  }
}
