import { EventLoop } from '../engine/loop.ts';
import { KeyedRandom } from '../engine/random.ts';
import { MINUTES_PER_DAY, type Minute } from '../engine/time.ts';
import { ActivationMethods } from './activation-methods.ts';
import { Attempts } from './attempts.ts';
import { ClientIds } from './client-ids.ts';
import { ClientRecords } from './client-records.ts';
import { ConditionLedger } from './condition-ledger.ts';
import { Conversion } from './conversion.ts';
import { Discovery } from './discovery.ts';
import { Zones } from './dns.ts';
import { EventKind, PHASE_COUNT, Phase } from './events.ts';
import {
  GenuineValidation,
  machineFoundGenuine,
  machineFoundNonGenuine,
  machineNonGenuineDeadline,
} from './genuine.ts';
import { Hardware, HardwareChanges, machineHardware } from './hardware.ts';
import { HostActivation, hostActivation, hostCallEnd } from './host-activation.ts';
import { hostDeadline, KmsHosts } from './hosts.ts';
import { type HostId, type MachineId, NameTable, type VamtId } from './ids.ts';
import { Keys } from './keys.ts';
import { KmsClients, machineContact } from './kms-clients.ts';
import { Licenses, machineDeadline } from './licenses.ts';
import { Lifecycle, machineInstall, machineRebuild } from './lifecycle.ts';
import { Machines } from './machines.ts';
import { MakActivation } from './mak-activation.ts';
import { MakClients, machineCallEnd, machineMakAttempt } from './mak-clients.ts';
import { Microsoft } from './microsoft.ts';
import { Networks } from './network.ts';
import type { Observer } from './observer.ts';
import type { EstateParameters } from './parameters.ts';
import { Presence } from './presence.ts';
import { hostPublish, Publishing } from './publishing.ts';
import { Rearms } from './rearms.ts';
import { Telephone } from './telephone.ts';
import { Timeline, timelineBegin, timelineEnd } from './timeline.ts';
import { Vamts, vamtCallEnd, vamtRound } from './vamts.ts';

/**
 * A Volume Activation estate that can be run: its parts, put together, and the events that move them.
 *
 * Parts call the parts they were given; what happens is told to the observer. Read `#register` for the events
 * in the order in which an estate comes to life.
 */
export class World {
  readonly parameters: EstateParameters;
  readonly networks: Networks;
  readonly zones: Zones;
  readonly keys: Keys;
  readonly microsoft: Microsoft;
  readonly telephone: Telephone;
  readonly machines: Machines;
  readonly ledger: ConditionLedger;
  readonly licenses: Licenses;
  readonly attempts: Attempts;
  readonly validation: GenuineValidation;
  readonly hosts: KmsHosts;
  readonly clients: KmsClients;
  readonly makActivation: MakActivation;
  readonly #loop: EventLoop;
  readonly #observer: Observer;
  readonly #publishing: Publishing;
  readonly #hostActivation: HostActivation;
  readonly #makClients: MakClients;
  readonly #vamts: Vamts;
  readonly #hardwareChanges: HardwareChanges;
  readonly #lifecycle: Lifecycle;
  readonly #timeline: Timeline;

  /**
   * @param parameters the estate, complete and checked
   * @param observer is told what happens
   * @throws Error when parameters refer to a name that they do not define
   */
  constructor(parameters: EstateParameters, observer: Observer) {
    this.parameters = parameters;
    this.#observer = observer;
    const { rules, duration } = parameters;
    this.#loop = new EventLoop({ phases: PHASE_COUNT, end: duration });
    const calendar = this.#loop.calendar;
    const random = new KeyedRandom(parameters.seed, parameters.replication);

    this.networks = new Networks(parameters.networks, parameters.links);
    this.microsoft = new Microsoft(this.networks, observer);
    this.zones = new Zones(parameters.zones, this.networks);
    this.keys = new Keys(parameters.keys);
    this.telephone = new Telephone(calendar, rules);
    this.machines = new Machines(
      parameters.groups,
      this.networks.table,
      new NameTable(parameters.hosts.keys()),
      rules,
    );

    const records = new ClientRecords(parameters.hosts.size, this.machines.count, rules.recordLife);
    this.hosts = new KmsHosts(parameters.hosts, this.networks, this.keys, records, calendar, observer, rules);
    this.#publishing = new Publishing(parameters, this.hosts, this.zones, calendar, observer);
    this.#hostActivation = new HostActivation(
      this.hosts,
      this.keys,
      this.microsoft,
      this.telephone,
      calendar,
      observer,
      rules,
    );

    const machines = this.machines;
    const presence = new Presence(machines, random, parameters.firstWeekday, duration);
    const clientIds = new ClientIds(machines);
    const discovery = new Discovery(parameters, machines, this.hosts, this.zones, random);
    const ledger = new ConditionLedger(machines, calendar);
    const rearms = new Rearms(machines, rules);
    const attempts = new Attempts(machines.count);
    const licenses = new Licenses({ machines, ledger, rearms, clientIds, calendar, observer, rules });
    const { networks, keys, hosts, microsoft, telephone } = this;
    const shared = { machines, presence, clientIds, ledger, licenses, attempts, calendar, observer };
    this.ledger = ledger;
    this.licenses = licenses;
    this.attempts = attempts;
    this.clients = new KmsClients({ ...shared, hosts, discovery, rules });

    const hardware = new Hardware(machines);
    const activation = new MakActivation(parameters, { ...shared, keys, microsoft });
    this.makActivation = activation;
    this.#makClients = new MakClients(parameters, { ...shared, keys, microsoft, telephone, activation });
    this.#vamts = new Vamts(parameters, {
      ...shared,
      networks,
      keys,
      hardware,
      microsoft,
      telephone,
      activation,
    });

    const methods = new ActivationMethods(machines, this.clients, this.#makClients);
    this.#hardwareChanges = new HardwareChanges({ ...shared, hardware, methods, rules });
    this.validation = new GenuineValidation(parameters, shared);
    const conversion = new Conversion({ ...shared, methods });
    this.#lifecycle = new Lifecycle({
      ...shared,
      methods,
      hardwareChanges: this.#hardwareChanges,
      validation: this.validation,
      random,
    });
    this.#timeline = new Timeline(parameters.timeline, {
      networks: this.networks,
      zones: this.zones,
      hosts: this.hosts,
      microsoft: this.microsoft,
      machines,
      keys,
      methods,
      conversion,
      validation: this.validation,
      lifecycle: this.#lifecycle,
      hostActivation: this.#hostActivation,
      calendar,
      observer,
      onHostUp: (host) => this.#scheduleHostStart(host, calendar.now),
    });
    this.#register();
    this.#scheduleBeginnings();
  }

  /** The minute that is being simulated, or was last. */
  get now(): Minute {
    return this.#loop.calendar.now;
  }

  /** Events handled so far. */
  get eventsHandled(): number {
    return this.#loop.handled;
  }

  /**
   * Goes on with the run.
   *
   * @param budget events to handle at most
   * @returns true when the run is over
   */
  run(budget = Number.POSITIVE_INFINITY): boolean {
    return this.#loop.run(budget);
  }

  #register(): void {
    const loop = this.#loop;
    loop.on(EventKind.TimelineBegin, (entry) => timelineBegin(this.#timeline, entry));
    loop.on(EventKind.TimelineEnd, (entry) => timelineEnd(this.#timeline, entry));
    loop.on(EventKind.HostStart, (host) => this.#startHost(host as HostId));
    loop.on(EventKind.HostActivation, (host) => hostActivation(this.#hostActivation, host as HostId));
    loop.on(EventKind.HostCallEnd, (host) => hostCallEnd(this.#hostActivation, host as HostId));
    loop.on(EventKind.HostPublish, (host) => hostPublish(this.#publishing, host as HostId));
    loop.on(EventKind.MachineInstall, (machine) => machineInstall(this.#lifecycle, machine as MachineId));
    loop.on(EventKind.MachineContact, (machine) => machineContact(this.clients, machine as MachineId));
    loop.on(EventKind.MachineMakAttempt, (machine) =>
      machineMakAttempt(this.#makClients, machine as MachineId),
    );
    loop.on(EventKind.MachineCallEnd, (machine) => machineCallEnd(this.#makClients, machine as MachineId));
    loop.on(EventKind.VamtRound, (vamt) => vamtRound(this.#vamts, vamt as VamtId));
    loop.on(EventKind.VamtCallEnd, (vamt) => vamtCallEnd(this.#vamts, vamt as VamtId));
    loop.on(EventKind.MachineRebuild, (machine) => machineRebuild(this.#lifecycle, machine as MachineId));
    loop.on(EventKind.MachineDeadline, (machine) => machineDeadline(this.licenses, machine as MachineId));
    loop.on(EventKind.MachineHardware, (machine) =>
      machineHardware(this.#hardwareChanges, machine as MachineId),
    );
    loop.on(EventKind.MachineFoundGenuine, (machine) =>
      machineFoundGenuine(this.validation, machine as MachineId),
    );
    loop.on(EventKind.MachineFoundNonGenuine, (machine) =>
      machineFoundNonGenuine(this.validation, machine as MachineId),
    );
    loop.on(EventKind.MachineNonGenuineDeadline, (machine) =>
      machineNonGenuineDeadline(this.validation, machine as MachineId),
    );
    loop.on(EventKind.HostDeadline, (host) => hostDeadline(this.hosts, host as HostId));
    loop.on(EventKind.DayEnd, (day) => this.#endDay(day));
  }

  #scheduleBeginnings(): void {
    this.#timeline.schedule();
    for (const host of this.hosts.all) this.#scheduleHostStart(host.id, host.parameters.online);
    this.#lifecycle.scheduleInstallations();
    this.#vamts.schedule();
    this.#scheduleDayEnd(0);
  }

  #scheduleHostStart(host: HostId, minute: Minute): void {
    this.#loop.calendar.schedule(minute, Phase.Hosts, EventKind.HostStart, host);
  }

  /** A host starts, for the first time or after an outage: it is activated if need be, and publishes. */
  #startHost(id: HostId): void {
    const host = this.hosts.all[id];
    if (!host.online) this.hosts.comeOnline(host);
    this.#hostActivation.start(id);
    this.#publishing.start(id);
  }

  #scheduleDayEnd(day: number): void {
    const { calendar } = this.#loop;
    const lastMinute = Math.min((day + 1) * MINUTES_PER_DAY, calendar.end) - 1;
    if (day * MINUTES_PER_DAY < calendar.end)
      calendar.schedule(lastMinute, Phase.Close, EventKind.DayEnd, day);
  }

  #endDay(day: number): void {
    this.#observer.dayEnded(day);
    this.#scheduleDayEnd(day + 1);
  }
}
