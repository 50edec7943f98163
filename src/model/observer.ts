import type { Condition } from './conditions.ts';
import type { HostId, KeyId, MachineId } from './ids.ts';
import type { Channel } from './parameters.ts';

/** What can happen to a machine; each is a value of the `event` column. */
export type MachineEvent = 'installed' | 'activated' | 'condition' | 'rearmed' | 'rebuilt' | 'retired';

/** What can happen to a KMS host. */
export type HostEvent =
  | 'host-online'
  | 'host-activated'
  | 'host-refused'
  | 'condition'
  | 'published'
  | 'publish-refused'
  | 'moved';

/** What the timeline does to networks, links, zones, hosts and Microsoft's service. */
export type EstateEvent = 'down' | 'up' | 'granted';

/** How a contact of a KMS client ended when it did not make it Licensed anew. */
export type ContactOutcome = 'renewed' | 'count-too-low' | 'refused' | 'no-host';

/** An exchange with Microsoft. */
export interface MicrosoftMessage {
  readonly sender: string;
  readonly reason: 'host-activation' | 'host-reactivation';
  readonly key: KeyId;
  readonly via: Channel;
  readonly accepted: boolean;
}

/**
 * Is told what happens, when it happened; time and every other circumstance are read from the world. Recorders,
 * traces and tests implement it. `NONE` stands for no host, no count and no previous condition.
 */
export interface Observer {
  /** Whether {@link contact} is to be called: contacts are many and their observation costs time. */
  readonly wantsContacts: boolean;
  machineChanged(
    event: MachineEvent,
    machine: MachineId,
    previous: Condition | -1,
    host: HostId | -1,
    count: number,
    code: number,
  ): void;
  contact(outcome: ContactOutcome, machine: MachineId, host: HostId | -1, count: number, code: number): void;
  hostChanged(event: HostEvent, host: HostId, previous: Condition | -1, code: number, detail: string): void;
  /** @param repeated true when the same was so a publish interval ago */
  hostPublished(host: HostId, zone: string, code: number, repeated: boolean): void;
  estateChanged(event: EstateEvent, subject: string, detail: string): void;
  messageSent(message: MicrosoftMessage): void;
  /** The last minute of a day, or of the run, is over. */
  dayEnded(day: number): void;
}
