import type { Condition } from './conditions.ts';
import type { HostId, KeyId, MachineId } from './ids.ts';
import type { Channel } from './parameters.ts';

/** What can happen to a machine; each is a value of the `event` column. */
export type MachineEvent =
  | 'installed'
  | 'activated'
  | 'condition'
  | 'rearmed'
  | 'rebuilt'
  | 'retired'
  | 'converted'
  | 'hardware-changed'
  | 'validated'
  | 'key-exhausted';

/** What can happen to a KMS host. */
export type HostEvent =
  | 'host-online'
  | 'host-activated'
  | 'host-refused'
  | 'condition'
  | 'published'
  | 'publish-refused'
  | 'moved'
  | 'rekeyed';

/** What the timeline does to networks, links, zones, hosts, keys and Microsoft's service. */
export type EstateEvent = 'down' | 'up' | 'granted' | 'raised';

/** How an attempt ended that did not make the machine Licensed anew; `no-host`: nor was Microsoft reached. */
export type ContactOutcome = 'renewed' | 'count-too-low' | 'refused' | 'no-host';

/** Why a message leaves for Microsoft. */
export type MessageReason =
  | 'host-activation'
  | 'host-reactivation'
  | 'mak-activation'
  | 'mak-reactivation'
  | 'mak-proxy-activation';

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

/**
 * Is told what happens, when it happened; time and every other circumstance are read from the simulation. Recorders,
 * traces and tests implement it. `NONE` stands for no host, no count and no previous condition.
 */
export interface Observer {
  /** Whether {@link contactBegins} and {@link contact} are to be called: contacts are many and their observation costs time. */
  readonly wantsContacts: boolean;
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
  hostChanged(event: HostEvent, host: HostId, previous: Condition | -1, code: number, detail: string): void;
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
  hostPublished: () => {},
  estateChanged: () => {},
  messageSent: () => {},
  dayEnded: () => {},
};
