import type { Minutes } from '../../engine/time.ts';
import type { Condition } from './conditions.ts';
import type { HostId, KeyId, MachineId } from './ids.ts';
import type { Channel } from './parameters.ts';

/** What can happen to a machine, with its meaning; each is a value of the `event` column. */
export const MACHINE_EVENTS = {
  installed: 'installed for the first time',
  activated: 'passed into Licensed by an activation',
  condition: 'passed into another license condition',
  rearmed: 'rearmed: its license begins again, with a new CMID',
  'rearm-refused': 'not rearmed, since no rearm is left',
  rebuilt: 'installed again',
  retired: 'taken out of the estate',
  converted: 'given the key of another activation method',
  'hardware-changed': 'a part of its hardware was replaced',
  validated: 'validated online by Windows Genuine Advantage',
  'not-validated': 'not validated: Microsoft was not reached, or it is not activated',
  'key-exhausted': 'refused for the first time, since its MAK has no activations left',
  'to-directory': 'renewed by Active Directory, and by a KMS host before',
  'left-domain': 'not activated any more: it left the domain that had activated it',
} as const;
export type MachineEvent = keyof typeof MACHINE_EVENTS;

/** What can happen to a KMS host, with its meaning. */
export const HOST_EVENTS = {
  'host-online': 'online for the first time',
  'host-activated': 'activated with Microsoft',
  'host-refused': 'refused by Microsoft, since its KMS key has no activations left',
  condition: 'passed into another license condition',
  published: 'added or confirmed its SRV record in a DNS zone',
  'publish-refused': 'could not update its SRV record in a DNS zone',
  moved: 'moved to other hardware',
  rekeyed: 'given a KMS key again: it has forgotten its clients',
  unpublished: 'its SRV records are deleted, and it publishes no more',
  updated: 'updated: it counts virtual machines (KB 968915), or serves later systems or Office',
  relocated: 'moved to another network',
} as const;
export type HostEvent = keyof typeof HOST_EVENTS;

/** How a host's count passes a threshold of its clients, with its meaning. */
export const COUNT_EVENTS = {
  'threshold-reached': 'its count has reached a threshold of its clients',
  'threshold-lost': 'its count has fallen below a threshold of its clients',
} as const;
export type CountEvent = keyof typeof COUNT_EVENTS;

/** What the timeline does to networks, links, zones, hosts, keys and Microsoft's service, with its meaning. */
export const ESTATE_EVENTS = {
  down: 'an outage begins',
  up: 'the last outage ends',
  granted: 'every KMS host may update the DNS zone',
  raised: 'the key has more activations or hosts',
  pointed: 'the KMS host of a machine group was set by hand, or discovery is on again',
  upgraded: 'the machines of a group have another system',
  relocated: 'a machine group moved to another network',
  joined: 'the machines of a group joined a domain',
  left: 'the machines of a group left their domain',
  'object-activated': 'Microsoft activated an activation object of a domain',
  'object-refused': 'Microsoft refused an activation object, since its KMS key has no activations left',
} as const;
export type EstateEvent = keyof typeof ESTATE_EVENTS;

/** What can happen to an Office installation, with its meaning; its condition is in the row, not the machine's. */
export const OFFICE_EVENTS = {
  'office-installed': 'Office was installed, for the first time or again',
  'office-activated': 'Office passed into Licensed by an activation',
  'office-condition': 'Office passed into another license condition',
  'office-rearmed': 'Office was rearmed: its license begins again, with a new CMID',
  'office-renewed': 'Office is activated already, and renewed',
  'office-count-too-low': "Office was answered with a host's count of Office below its threshold",
  'office-refused': 'Office was refused by the KMS host: no activated key of its version works there',
  'office-no-host': 'Office found no KMS host',
} as const;
export type OfficeEvent = keyof typeof OFFICE_EVENTS;

/** Something that happened to an Office installation. */
export interface OfficeHappening {
  readonly event: OfficeEvent;
  readonly machine: MachineId;
  /** Of Office, now and before; `NONE` for no other before. */
  readonly condition: Condition;
  readonly previous: Condition | -1;
  readonly host: HostId | -1;
  readonly count: number;
  readonly code: number;
  /** The version. */
  readonly detail: string;
}

/** How an attempt ended that did not make the machine Licensed anew, with its meaning. */
export const CONTACT_OUTCOMES = {
  renewed: 'activated already, and renewed',
  'count-too-low': 'answered with a count below the threshold',
  refused: 'refused by the KMS host, or by Microsoft',
  'no-host': 'no KMS host was found, or Microsoft was not reached',
} as const;
export type ContactOutcome = keyof typeof CONTACT_OUTCOMES;

/** Why a message leaves for Microsoft. */
export type MessageReason =
  | 'host-activation'
  | 'host-reactivation'
  | 'mak-activation'
  | 'mak-reactivation'
  | 'mak-proxy-activation'
  | 'object-activation';

/** An exchange with Microsoft. */
export interface MicrosoftMessage {
  readonly sender: string;
  readonly reason: MessageReason;
  readonly key: KeyId;
  readonly via: Channel | 'removable-media';
  /** Computers that it asked for, and those of them that Microsoft activated. */
  readonly computers: number;
  readonly accepted: number;
}

/** Steps of time at whose ends an observer looks. */
export interface Sampling {
  /** Minutes of a step. */
  readonly every: Minutes;
  /** The last minute of a step is over, or of the run; steps count from 0. */
  stepEnded(step: number): void;
}

/**
 * Is told what happens, when it happened; time and every other circumstance are read from the simulation. Recorders,
 * traces and tests implement it. `NONE` stands for no host, no count and no previous condition.
 */
export interface Observer {
  /** Whether {@link contactBegins} and {@link contact} are to be called: contacts are many and their observation costs time. */
  readonly wantsContacts: boolean;
  /** Left out: the observer wants to know of days only. */
  readonly sampling?: Sampling;
  machineChanged(
    event: MachineEvent,
    machine: MachineId,
    previous: Condition | -1,
    host: HostId | -1,
    count: number,
    code: number,
    detail: string,
  ): void;
  /** A KMS client is about to ask a host, or to find that there is none. */
  contactBegins(machine: MachineId): void;
  contact(outcome: ContactOutcome, machine: MachineId, host: HostId | -1, count: number, code: number): void;
  /** Contacts that changed nothing only where {@link wantsContacts}. Left out: the observer does not follow Office. */
  officeChanged?(happening: OfficeHappening): void;
  hostChanged(event: HostEvent, host: HostId, previous: Condition | -1, code: number, detail: string): void;
  /** A host's count passed a threshold that clients have asked it with. */
  countPassed(event: CountEvent, host: HostId, threshold: number, count: number): void;
  /** A host updated its record in a zone, or could not. */
  hostPublished(host: HostId, zone: string, code: number): void;
  estateChanged(event: EstateEvent, subject: string, detail: string): void;
  messageSent(message: MicrosoftMessage): void;
  /** The last minute of a day, or of the run, is over. */
  dayEnded(day: number): void;
}

/** An observer that hears nothing; others begin with it. */
export const SILENT_OBSERVER: Observer = {
  wantsContacts: false,
  machineChanged: () => {},
  contactBegins: () => {},
  contact: () => {},
  hostChanged: () => {},
  countPassed: () => {},
  hostPublished: () => {},
  estateChanged: () => {},
  messageSent: () => {},
  dayEnded: () => {},
};
