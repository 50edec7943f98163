import type { Minute, Minutes } from '../../engine/time.ts';
import type { Condition } from '../../model/definitions/conditions.ts';
import type { HostId } from '../../model/definitions/ids.ts';
import type {
  ContactOutcome,
  CountEvent,
  EstateEvent,
  HostEvent,
  MachineEvent,
  MicrosoftMessage,
  OfficeEvent,
  OfficeHappening,
} from '../../model/definitions/observer.ts';
import type { Licensor } from './license-watch.ts';

/** Something that happened once to the followed machine. */
export interface MachineStep {
  readonly kind: 'machine';
  readonly minute: Minute;
  readonly event: MachineEvent;
  readonly condition: Condition;
  readonly previous: Condition | -1;
  readonly host: HostId | -1;
  readonly count: number;
  readonly code: number;
  readonly detail: string;
  /** What had licensed it last, and how long before; `null` and 0 when nothing had. */
  readonly licensedBy: Licensor | null;
  readonly licenseAge: Minutes;
}

/** Contacts of the followed machine that ended alike, one after the other. */
export interface ContactEpisode {
  readonly kind: 'contacts';
  /** When the first of them was. */
  readonly minute: Minute;
  last: Minute;
  times: number;
  readonly outcome: ContactOutcome;
  readonly host: HostId | -1;
  readonly code: number;
  /** What renewed it, of contacts that did. */
  readonly licensedBy: Licensor | null;
  /** Counts that were answered; `NONE` where none was. */
  lowest: number;
  highest: number;
}

/** Something that happened to a KMS host. */
export interface HostStep {
  readonly kind: 'host';
  readonly minute: Minute;
  readonly event: HostEvent | CountEvent;
  readonly host: HostId;
  /** The host's own condition then. */
  readonly condition: Condition;
  readonly previous: Condition | -1;
  readonly code: number;
  readonly detail: string;
}

/** An outage, or what else the timeline did. */
export interface EstateStep {
  readonly kind: 'estate';
  readonly minute: Minute;
  readonly event: EstateEvent;
  readonly subject: string;
  readonly detail: string;
  /** Of a random failure: its number among those of the same thing, from 0; else `NONE`. */
  readonly failure: number;
}

/** Something that happened once to the Office of the followed machine. */
export interface OfficeStep extends Omit<OfficeHappening, 'machine' | 'event'> {
  readonly kind: 'office';
  readonly minute: Minute;
  readonly event: OfficeTurn;
  /** What had licensed it last, and how long before; `null` and 0 when nothing had. */
  readonly licensedBy: Licensor | null;
  readonly licenseAge: Minutes;
}

export type TraceStep = MachineStep | ContactEpisode | HostStep | EstateStep | OfficeStep;

/** Contacts of Office that did not activate it, by what they would be of Windows. */
export const OFFICE_CONTACTS = {
  'office-renewed': 'renewed',
  'office-count-too-low': 'count-too-low',
  'office-refused': 'refused',
  'office-no-host': 'no-host',
} as const satisfies Partial<Record<OfficeEvent, ContactOutcome>>;

/** What else happens to Office. */
export type OfficeTurn = Exclude<OfficeEvent, keyof typeof OFFICE_CONTACTS>;

/** Whether an event of Office is none of these contacts. */
export function isTurn(event: OfficeEvent): event is OfficeTurn {
  return !(event in OFFICE_CONTACTS);
}

/** Activations with Microsoft that one sender or group took of a key. */
export interface KeyUse {
  readonly minute: Minute;
  readonly message: MicrosoftMessage;
}
