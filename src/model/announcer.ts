import type { Condition } from './definitions/conditions.ts';
import type { HostId, MachineId } from './definitions/ids.ts';
import type {
  ContactOutcome,
  CountEvent,
  EstateEvent,
  HostEvent,
  MachineEvent,
  MicrosoftMessage,
  OfficeHappening,
  Sampling,
} from './definitions/observer.ts';
import { type Observer, SILENT_OBSERVER } from './definitions/observer.ts';

/**
 * Passes what the parts of an estate announce on to the observer of the run. Parts are made with it before there
 * is an observer, since an observer is made of a simulation whose parts it can ask.
 */
export class Announcer implements Observer {
  wantsContacts = false;
  sampling: Sampling | undefined;
  private observer: Observer = SILENT_OBSERVER;

  /** Names the observer, before anything happens. */
  announceTo(observer: Observer): void {
    this.observer = observer;
    this.wantsContacts = observer.wantsContacts;
    this.sampling = observer.sampling;
  }

  machineChanged(
    event: MachineEvent,
    machine: MachineId,
    previous: Condition | -1,
    host: HostId | -1,
    count: number,
    code: number,
    detail: string,
  ): void {
    this.observer.machineChanged(event, machine, previous, host, count, code, detail);
  }

  contactBegins(machine: MachineId): void {
    this.observer.contactBegins(machine);
  }

  contact(outcome: ContactOutcome, machine: MachineId, host: HostId | -1, count: number, code: number): void {
    this.observer.contact(outcome, machine, host, count, code);
  }

  officeChanged(happening: OfficeHappening): void {
    this.observer.officeChanged?.(happening);
  }

  hostChanged(event: HostEvent, host: HostId, previous: Condition | -1, code: number, detail: string): void {
    this.observer.hostChanged(event, host, previous, code, detail);
  }

  countPassed(event: CountEvent, host: HostId, threshold: number, count: number): void {
    this.observer.countPassed(event, host, threshold, count);
  }

  hostPublished(host: HostId, zone: string, code: number): void {
    this.observer.hostPublished(host, zone, code);
  }

  estateChanged(event: EstateEvent, subject: string, detail: string): void {
    this.observer.estateChanged(event, subject, detail);
  }

  messageSent(message: MicrosoftMessage): void {
    this.observer.messageSent(message);
  }

  dayEnded(day: number): void {
    this.observer.dayEnded(day);
  }
}
