import type { Calendar } from '../../engine/calendar.ts';
import { type Minutes, NEVER } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type HostId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { Rules } from '../definitions/rules.ts';
import type { Host } from './host.ts';

/** The licenses that KMS hosts have themselves: without one a host answers no client with a count. */
export class HostLicenses {
  private readonly all: readonly Host[];
  private readonly calendar: Calendar;
  private readonly observer: Observer;
  private readonly rules: Rules;

  constructor(
    all: readonly Host[],
    { calendar, observer, rules }: Pick<Estate, 'calendar' | 'observer' | 'rules'>,
  ) {
    this.all = all;
    this.calendar = calendar;
    this.observer = observer;
    this.rules = rules;
  }

  /** Begins the host's life: its key is installed and its initial grace runs. */
  comeOnline(host: Host): void {
    host.online = true;
    const code = this.beginInitialGrace(host);
    this.observer.hostChanged('host-online', host.id, NONE, code, host.parameters.os);
  }

  /** Licenses the host without limit: a KMS host's activation does not expire. */
  activate(host: Host): void {
    const previous = host.condition;
    host.condition = Condition.Licensed;
    host.deadline = NEVER;
    host.serving = true;
    this.observer.hostChanged('host-activated', host.id, previous, Code.Success, host.parameters.activateBy);
  }

  /** Puts an activated host out of tolerance: it must be activated again before OOTGrace ends. */
  putOutOfTolerance(host: Host): void {
    if (host.condition !== Condition.Licensed) return;
    host.condition = Condition.OOTGrace;
    this.endGraceAfter(host, this.rules[host.system.graceAfterExpiry]);
    this.observer.hostChanged('condition', host.id, Condition.Licensed, Code.HardwareOutOfTolerance, '');
  }

  /** Ends the host's grace if it is due, and not put off or lifted meanwhile: from then on it serves nobody. */
  onDeadline(id: HostId): void {
    const host = this.all[id];
    if (host.deadline !== this.calendar.now) return;
    const previous = host.condition;
    host.condition = host.system.endState;
    host.deadline = NEVER;
    host.serving = false;
    this.observer.hostChanged('condition', host.id, previous, Code.GraceExpired, '');
  }

  /** Puts a host that has a new key into OOBGrace, or into its end state where its system has none; returns the reason. */
  beginInitialGrace(host: Host): number {
    const grace = this.rules[host.system.initialGrace];
    host.condition = grace > 0 ? Condition.OOBGrace : host.system.endState;
    if (grace > 0) this.endGraceAfter(host, grace);
    else host.deadline = NEVER;
    return grace > 0 ? Code.InitialGrace : Code.GraceExpired;
  }

  private endGraceAfter(host: Host, grace: Minutes): void {
    host.deadline = this.calendar.now + grace;
    this.calendar.schedule(host.deadline, Phase.Deadlines, EventKind.HostDeadline, host.id);
  }
}
