import type { Minute } from '../../engine/time.ts';
import { FAILURE_DETAIL } from '../../model/administration/failures.ts';
import type { Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../../model/definitions/ids.ts';
import { ignoring } from '../../model/definitions/ignoring.ts';
import type {
  ContactOutcome,
  CountEvent,
  EstateEvent,
  HostEvent,
  MachineEvent,
  MicrosoftMessage,
  Observer,
  OfficeHappening,
} from '../../model/definitions/observer.ts';
import { LicenseWatch } from './license-watch.ts';
import { RecordWatch } from './record-watch.ts';
import { type ContactEpisode, isTurn, type KeyUse, OFFICE_CONTACTS, type TraceStep } from './trace-steps.ts';

/**
 * Follows one machine through a run, and with it everything that can decide its fate: the hosts and their records, the
 * outages, and what is used of the keys. It costs only the run that it observes.
 */
export class Trace extends ignoring('contactBegins') implements Observer {
  readonly wantsContacts = true;
  /** In the order in which they happened; an episode of contacts stands where it began. */
  readonly steps: TraceStep[] = [];
  readonly keyUses: KeyUse[] = [];
  /** What became of the hosts' records. */
  readonly records: RecordWatch;
  private readonly estate: Estate;
  private readonly machine: MachineId | -1;
  private readonly ofOffice: boolean;
  private readonly license: LicenseWatch;
  private episode: ContactEpisode | undefined;
  private readonly failures = new Map<string, number>();

  /**
   * @param focus the name of the machine that is followed; `null` for hosts and keys only
   * @param product what of it: its Office is activated for itself
   * @throws Error when no machine has the name
   */
  constructor(estate: Estate, focus: string | null, product: 'windows' | 'office' = 'windows') {
    super();
    this.ofOffice = product === 'office';
    this.estate = estate;
    this.records = new RecordWatch(estate);
    this.license = new LicenseWatch(estate, this.ofOffice);
    this.machine = focus === null ? NONE : machineNamed(estate, focus);
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
    if (event === 'activated' && host !== NONE) this.records.answered(machine, host);
    if (machine !== this.machine || this.ofOffice) return;
    this.episode = undefined;
    if (event === 'activated' || event === 'to-directory') this.license.succeeded(machine, host);
    this.add({
      kind: 'machine',
      minute: this.now,
      event,
      condition: this.estate.history.conditionOf(machine),
      previous,
      host,
      count,
      code,
      detail,
      licensedBy: this.license.by,
      licenseAge: this.license.age,
    });
  }

  contact(outcome: ContactOutcome, machine: MachineId, host: HostId | -1, count: number, code: number): void {
    if (host !== NONE && count !== NONE) this.records.answered(machine, host);
    if (machine === this.machine && !this.ofOffice) this.addContact(outcome, machine, host, count, code);
  }

  officeChanged({ machine, ...happening }: OfficeHappening): void {
    if (machine !== this.machine || !this.ofOffice) return;
    const { event, host, count, code } = happening;
    if (!isTurn(event)) {
      this.addContact(OFFICE_CONTACTS[event], machine, host, count, code);
      return;
    }
    this.episode = undefined;
    if (event === 'office-activated') this.license.succeeded(machine, host);
    const { by: licensedBy, age: licenseAge } = this.license;
    this.add({ kind: 'office', minute: this.now, ...happening, event, licensedBy, licenseAge });
  }

  private addContact(
    outcome: ContactOutcome,
    machine: MachineId,
    host: HostId | -1,
    count: number,
    code: number,
  ): void {
    if (outcome === 'renewed') this.license.succeeded(machine, host);
    const licensedBy = outcome === 'renewed' ? this.license.by : null;
    const { episode } = this;
    if (episode?.outcome === outcome && episode.host === host && episode.code === code) {
      episode.last = this.now;
      episode.times += 1;
      episode.lowest = Math.min(episode.lowest, count);
      episode.highest = Math.max(episode.highest, count);
      return;
    }
    this.episode = {
      kind: 'contacts',
      minute: this.now,
      last: this.now,
      times: 1,
      outcome,
      host,
      code,
      licensedBy,
      lowest: count,
      highest: count,
    };
    this.add(this.episode);
  }

  hostChanged(event: HostEvent, host: HostId, previous: Condition | -1, code: number, detail: string): void {
    if (event === 'rekeyed') this.records.rekeyed(host);
    const { condition } = this.estate.hosts.all[host];
    this.add({ kind: 'host', minute: this.now, event, host, condition, previous, code, detail });
  }

  countPassed(event: CountEvent, host: HostId, threshold: number, count: number): void {
    const { condition } = this.estate.hosts.all[host];
    const detail = `${count} of ${threshold}`;
    this.add({ kind: 'host', minute: this.now, event, host, condition, previous: NONE, code: 0, detail });
  }

  hostPublished(host: HostId, zone: string, code: number): void {
    if (code === 0) return;
    const { condition } = this.estate.hosts.all[host];
    const event = 'publish-refused';
    this.add({ kind: 'host', minute: this.now, event, host, condition, previous: NONE, code, detail: zone });
  }

  estateChanged(event: EstateEvent, subject: string, detail: string): void {
    let failure: number = NONE;
    if (event === 'down' && detail === FAILURE_DETAIL) {
      failure = this.failures.get(subject) ?? 0;
      this.failures.set(subject, failure + 1);
    }
    this.add({ kind: 'estate', minute: this.now, event, subject, detail, failure });
  }

  messageSent(message: MicrosoftMessage): void {
    this.keyUses.push({ minute: this.now, message });
  }

  dayEnded(): void {
    this.records.ageAll();
  }

  private get now(): Minute {
    return this.estate.calendar.now;
  }

  private add(step: TraceStep): void {
    this.steps.push(step);
  }
}

/** Whether the followed machine was answered too low a count again and again, so that more computers may help. */
export function isCountTooLow({ steps }: Trace): boolean {
  return steps.some((step) => step.kind === 'contacts' && step.outcome === 'count-too-low' && step.times > 1);
}

/**
 * The row of a machine.
 *
 * @throws Error when no machine has the name
 */
export function machineNamed({ machines }: Estate, name: string): MachineId {
  for (const group of machines.groups) {
    const own = group.parameters.names;
    if (own === null && !name.startsWith(`${group.name}-`)) continue;
    for (let index = 0; index < group.count; index += 1) {
      const machine = (group.first + index) as MachineId;
      if (machines.nameOf(machine) === name) return machine;
    }
  }
  throw new Error(`no machine is named ${JSON.stringify(name)}`);
}
