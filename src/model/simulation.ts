import { EventLoop } from '../engine/loop.ts';
import { MINUTES_PER_DAY, type Minute } from '../engine/time.ts';
import { Failures, failureBegin, failureEnd } from './administration/failures.ts';
import {
  machineFoundGenuine,
  machineFoundNonGenuine,
  machineNonGenuineDeadline,
} from './administration/genuine.ts';
import { machineHardware } from './administration/hardware.ts';
import { machineInstall, machineRebuild } from './administration/lifecycle.ts';
import { Timeline, timelineBegin, timelineEnd } from './administration/timeline.ts';
import { assemble, type Parts } from './assemble-estate.ts';
import { EventKind, PHASE_COUNT, Phase } from './definitions/events.ts';
import type { HostId, MachineId, VamtId } from './definitions/ids.ts';
import type { Observer } from './definitions/observer.ts';
import type { EstateParameters } from './definitions/parameters.ts';
import type { Machines } from './estate/machines.ts';
import { hostActivation, hostCallEnd } from './kms/host-activation.ts';
import { hostDeadline, type KmsHosts } from './kms/hosts.ts';
import { type KmsClients, machineContact } from './kms/kms-clients.ts';
import { hostPublish } from './kms/publishing.ts';
import type { Attempts } from './licensing/attempts.ts';
import type { ClientIds } from './licensing/client-ids.ts';
import type { ConditionHistory } from './licensing/condition-history.ts';
import { type Licenses, machineDeadline } from './licensing/licenses.ts';
import type { MakActivation } from './mak/mak-activation.ts';
import { machineCallEnd, machineMakAttempt } from './mak/mak-clients.ts';
import { vamtCallEnd, vamtRound } from './mak/vamts.ts';
import type { Keys } from './microsoft/keys.ts';
import type { Microsoft } from './microsoft/microsoft.ts';
import type { Telephone } from './microsoft/telephone.ts';

/**
 * A Volume Activation estate that can be run: its parts and the events that move them. What happens is told to
 * the observer; the parts that may be asked about it are named here.
 */
export class Simulation {
  readonly parameters: EstateParameters;
  readonly keys: Keys;
  readonly microsoft: Microsoft;
  readonly telephone: Telephone;
  readonly machines: Machines;
  readonly history: ConditionHistory;
  readonly licenses: Licenses;
  readonly attempts: Attempts;
  readonly clientIds: ClientIds;
  readonly hosts: KmsHosts;
  readonly clients: KmsClients;
  readonly makActivation: MakActivation;
  private readonly loop: EventLoop;
  private readonly observer: Observer;
  private readonly parts: Parts;
  private readonly timeline: Timeline;
  private readonly failures: Failures;

  /**
   * @param parameters the estate, complete and checked
   * @param observer is told what happens
   * @throws Error when parameters refer to a name that they do not define
   */
  constructor(parameters: EstateParameters, observer: Observer) {
    this.parameters = parameters;
    this.observer = observer;
    this.loop = new EventLoop({ phases: PHASE_COUNT, end: parameters.duration });
    const { calendar } = this.loop;
    const parts = assemble({ parameters, calendar, observer });
    this.parts = parts;
    this.keys = parts.keys;
    this.microsoft = parts.microsoft;
    this.telephone = parts.telephone;
    this.machines = parts.machines;
    this.history = parts.history;
    this.licenses = parts.licenses;
    this.attempts = parts.attempts;
    this.clientIds = parts.clientIds;
    this.hosts = parts.hosts;
    this.clients = parts.clients;
    this.makActivation = parts.makActivation;
    const onHostUp = (host: HostId) => this.scheduleHostStart(host, calendar.now);
    const surroundings = { ...parts, calendar, observer, onHostUp };
    this.timeline = new Timeline(parameters.timeline, surroundings);
    this.failures = new Failures(parameters.failures, surroundings, parameters.sparedFailures);
    this.registerEstateEvents();
    this.registerMachineEvents();
    this.scheduleBeginnings();
  }

  /** The minute that is being simulated, or was last. */
  get now(): Minute {
    return this.loop.calendar.now;
  }

  /**
   * Goes on with the run.
   *
   * @param budget events to handle at most
   * @returns true when the run is over
   */
  run(budget = Number.POSITIVE_INFINITY): boolean {
    return this.loop.run(budget);
  }

  private registerEstateEvents(): void {
    const loop = this.loop;
    const parts = this.parts;
    loop.on(EventKind.TimelineBegin, (entry) => timelineBegin(this.timeline, entry));
    loop.on(EventKind.TimelineEnd, (entry) => timelineEnd(this.timeline, entry));
    loop.on(EventKind.FailureBegin, (index) => failureBegin(this.failures, index));
    loop.on(EventKind.FailureEnd, (index) => failureEnd(this.failures, index));
    loop.on(EventKind.HostStart, (host) => this.startHost(host as HostId));
    loop.on(EventKind.HostActivation, (host) => hostActivation(parts.hostActivation, host as HostId));
    loop.on(EventKind.HostCallEnd, (host) => hostCallEnd(parts.hostActivation, host as HostId));
    loop.on(EventKind.HostPublish, (host) => hostPublish(parts.publishing, host as HostId));
    loop.on(EventKind.HostDeadline, (host) => hostDeadline(parts.hosts, host as HostId));
    loop.on(EventKind.VamtRound, (vamt) => vamtRound(parts.vamts, vamt as VamtId));
    loop.on(EventKind.VamtCallEnd, (vamt) => vamtCallEnd(parts.vamts, vamt as VamtId));
    loop.on(EventKind.DayEnd, (day) => this.endDay(day));
  }

  private registerMachineEvents(): void {
    const { lifecycle, clients, makClients, hardwareChanges, validation, licenses } = this.parts;
    const on = (kind: number, handler: (machine: MachineId) => void) =>
      this.loop.on(kind, (subject) => handler(subject as MachineId));
    // The hot one has a closure of its own, which the compiler can inline.
    this.loop.on(EventKind.MachineContact, (machine) => machineContact(clients, machine as MachineId));
    on(EventKind.MachineInstall, (machine) => machineInstall(lifecycle, machine));
    on(EventKind.MachineMakAttempt, (machine) => machineMakAttempt(makClients, machine));
    on(EventKind.MachineCallEnd, (machine) => machineCallEnd(makClients, machine));
    on(EventKind.MachineRebuild, (machine) => machineRebuild(lifecycle, machine));
    on(EventKind.MachineHardware, (machine) => machineHardware(hardwareChanges, machine));
    on(EventKind.MachineFoundGenuine, (machine) => machineFoundGenuine(validation, machine));
    on(EventKind.MachineFoundNonGenuine, (machine) => machineFoundNonGenuine(validation, machine));
    on(EventKind.MachineDeadline, (machine) => machineDeadline(licenses, machine));
    on(EventKind.MachineNonGenuineDeadline, (machine) => machineNonGenuineDeadline(validation, machine));
  }

  private scheduleBeginnings(): void {
    this.timeline.schedule();
    this.failures.schedule();
    for (const host of this.hosts.all) this.scheduleHostStart(host.id, host.parameters.online);
    this.parts.lifecycle.scheduleInstallations();
    this.parts.vamts.schedule();
    this.scheduleDayEnd(0);
  }

  private scheduleHostStart(host: HostId, minute: Minute): void {
    this.loop.calendar.schedule(minute, Phase.Hosts, EventKind.HostStart, host);
  }

  /** A host starts, for the first time or after an outage: it is activated if need be, and publishes. */
  private startHost(id: HostId): void {
    const host = this.hosts.all[id];
    if (!host.online) this.hosts.comeOnline(host);
    this.parts.hostActivation.start(id);
    this.parts.publishing.start(id);
  }

  private scheduleDayEnd(day: number): void {
    const { calendar } = this.loop;
    const lastMinute = Math.min((day + 1) * MINUTES_PER_DAY, calendar.end) - 1;
    if (day * MINUTES_PER_DAY < calendar.end)
      calendar.schedule(lastMinute, Phase.Close, EventKind.DayEnd, day);
  }

  private endDay(day: number): void {
    this.observer.dayEnded(day);
    this.scheduleDayEnd(day + 1);
  }
}
