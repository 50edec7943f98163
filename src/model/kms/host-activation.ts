import { type Calendar, type EventHandle, NO_EVENT } from '../../engine/calendar.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type HostId, type KeyId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { Rules } from '../definitions/rules.ts';
import type { Keys } from '../microsoft/keys.ts';
import type { Microsoft } from '../microsoft/microsoft.ts';
import type { Caller, Telephone } from '../microsoft/telephone.ts';
import type { Host } from './host.ts';
import type { KmsHosts } from './hosts.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly hostActivation: HostActivation;
  }
}

type HostActivationEstate = Pick<
  Estate,
  'hosts' | 'officeHosts' | 'keys' | 'microsoft' | 'telephone' | 'calendar' | 'observer' | 'rules'
>;

/**
 * The activation of KMS hosts with Microsoft, by Internet or telephone. Beyond it a host sends Microsoft
 * nothing (Planning Guide, Activating the First KMS Host).
 */
export class HostActivation implements Caller {
  readonly phase = Phase.Hosts;
  readonly callEnd = EventKind.HostCallEnd;
  private readonly hosts: KmsHosts;
  private readonly officeHosts: Estate['officeHosts'];
  private readonly keys: Keys;
  private readonly microsoft: Microsoft;
  private readonly telephone: Telephone;
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly rules: Rules;
  /** The next try of each host, and whether it waits for a call to end. */
  private readonly retry: EventHandle[];
  private readonly calling: boolean[];
  private readonly activatedBefore: boolean[];

  constructor(estate: HostActivationEstate) {
    this.hosts = estate.hosts;
    this.officeHosts = estate.officeHosts;
    this.keys = estate.keys;
    this.microsoft = estate.microsoft;
    this.telephone = estate.telephone;
    this.calendar = estate.calendar;
    this.observer = estate.observer;
    this.rules = estate.rules;
    this.retry = estate.hosts.all.map(() => NO_EVENT);
    this.calling = estate.hosts.all.map(() => false);
    this.activatedBefore = estate.hosts.all.map(() => false);
  }

  /** A host has started: it tries at once if it needs activation. */
  start(host: HostId): void {
    this.calendar.cancel(this.retry[host]);
    this.tryNow(host);
  }

  /** Has a host try, in the hosts' phase of this minute, unless it tries already. */
  requestNow(host: HostId): void {
    this.calendar.cancel(this.retry[host]);
    this.scheduleTry(host, this.calendar.now);
  }

  /** A host that needs activation tries: over the Internet at once, by telephone when the call ends. */
  tryNow(hostId: HostId): void {
    this.retry[hostId] = NO_EVENT;
    const host = this.hosts.all[hostId];
    if (!this.needsActivation(host) || this.calling[hostId] || !this.hosts.isUp(host)) return;
    if (host.parameters.activateBy === 'telephone') {
      this.calling[hostId] = true;
      this.telephone.ask(this, hostId);
    } else if (this.microsoft.answersInternet(host.network)) {
      this.exchange(host);
    } else {
      this.scheduleTry(hostId, this.calendar.now + this.rules.hostActivationRetry);
    }
  }

  /** A call is made if the host still runs; one that is down asks again when it starts. */
  takesCall(subject: number): boolean {
    const id = subject as HostId;
    this.calling[id] = this.hosts.isUp(this.hosts.all[id]);
    return this.calling[id];
  }

  /** The call for a host is over. */
  endCall(hostId: HostId): void {
    this.calling[hostId] = false;
    const host = this.hosts.all[hostId];
    if (this.hosts.isUp(host)) {
      if (this.microsoft.answersTelephone()) this.exchange(host);
      else this.scheduleTry(hostId, this.calendar.now + this.rules.hostActivationRetry);
    }
    this.telephone.hangUp();
  }

  /** A host has another key, with which it was never activated. */
  keyChanged(host: HostId): void {
    this.activatedBefore[host] = false;
  }

  /** Has the hosts with a key try again that need it: more was granted. */
  keyRaised(key: KeyId): void {
    const ofOffice = this.officeHosts.keyRaised(key);
    for (const host of this.hosts.all) {
      if ((host.key === key || ofOffice.includes(host.id)) && host.online) this.requestNow(host.id);
    }
  }

  private scheduleTry(host: HostId, minute: number): void {
    this.retry[host] = this.calendar.schedule(minute, Phase.Hosts, EventKind.HostActivation, host);
  }

  /** Whether the host, or one of its keys of Office, is not activated. */
  private needsActivation(host: Host): boolean {
    return host.condition !== Condition.Licensed || this.officeHosts.dueKeys(host.id).length > 0;
  }

  /** Microsoft activates what needs it: the host with its own key, then its keys of Office. */
  private exchange(host: Host): void {
    if (host.condition !== Condition.Licensed) this.exchangeOwnKey(host);
    for (const office of this.officeHosts.dueKeys(host.id)) {
      const accepted = this.keys.takeForHost(office.key, host.id);
      this.microsoft.record({
        sender: host.name,
        reason: office.active ? 'host-reactivation' : 'host-activation',
        key: office.key,
        via: host.parameters.activateBy,
        computers: 1,
        accepted: accepted ? 1 : 0,
      });
      office.due = false;
      office.active = accepted;
      const detail = `Office ${office.version}`;
      if (accepted) this.observer.hostChanged('host-activated', host.id, NONE, Code.Success, detail);
      else this.observer.hostChanged('host-refused', host.id, NONE, Code.KmsKeyExhausted, detail);
    }
  }

  private exchangeOwnKey(host: Host): void {
    const accepted = this.keys.takeForHost(host.key, host.id);
    this.microsoft.record({
      sender: host.name,
      reason: this.activatedBefore[host.id] ? 'host-reactivation' : 'host-activation',
      key: host.key,
      via: host.parameters.activateBy,
      computers: 1,
      accepted: accepted ? 1 : 0,
    });
    if (accepted) {
      this.activatedBefore[host.id] = true;
      this.hosts.licenses.activate(host);
    } else {
      // More activations are asked for by people, so the host does not try again by itself.
      this.observer.hostChanged('host-refused', host.id, NONE, Code.KmsKeyExhausted, '');
    }
  }
}
