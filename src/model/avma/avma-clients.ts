import { NO_EVENT } from '../../engine/calendar.ts';
import { type Minute, NEVER } from '../../engine/time.ts';
import { avmaGuestsOf } from '../definitions/avma.ts';
import { Code } from '../definitions/codes.ts';
import { Condition } from '../definitions/conditions.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { EstateParameters } from '../definitions/parameters.ts';
import type { Group } from '../estate/groups.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly avmaClients: AvmaClients;
  }
}

type AvmaClientEstate = Pick<
  Estate,
  | 'parameters'
  | 'machines'
  | 'presence'
  | 'history'
  | 'licenses'
  | 'attempts'
  | 'calendar'
  | 'observer'
  | 'rules'
>;

/**
 * Automatic Virtual Machine Activation: guests with an AVMA key ask the Hyper-V host that they run on, which activates
 * them when it is activated itself. They ask no KMS host and send Microsoft nothing. Guest k of a group, from 0, runs on
 * machine k modulo n of the n hosts that `on` names.
 */
export class AvmaClients {
  private readonly estate: AvmaClientEstate;
  private readonly pending: Int32Array;

  constructor(estate: AvmaClientEstate) {
    this.estate = estate;
    this.pending = new Int32Array(usesAvma(estate.parameters) ? estate.machines.count : 0);
  }

  /** The Hyper-V host that a guest runs on. */
  serverOf(machine: MachineId, group: Group): MachineId {
    const { method } = group;
    if (method.type !== 'avma') throw new Error('only a guest with AVMA has a Hyper-V host');
    const { first, count } = this.estate.machines.groupNamed(method.on);
    return (first + ((machine - group.first) % count)) as MachineId;
  }

  /** What a guest's request would come to now: `Success`, or the code that Windows would log. */
  preview(machine: MachineId, group: Group): number {
    const { machines, history } = this.estate;
    const server = this.serverOf(machine, group);
    if (!avmaGuestsOf(machines.groupOf(server).os).includes(group.os)) return Code.AvmaPlatform;
    const isActivated = machines.inService(server) && history.conditionOf(server) === Condition.Licensed;
    return isActivated ? Code.Success : Code.AvmaHostNotActivated;
  }

  /** Has a guest ask in this minute. */
  attemptNow(machine: MachineId): void {
    this.stop(machine);
    this.attemptAt(machine, this.estate.calendar.now);
  }

  /** Withdraws a guest's next request. */
  stop(machine: MachineId): void {
    this.estate.calendar.cancel(this.pending[machine]);
    this.pending[machine] = NO_EVENT;
  }

  /** A guest asks its host, if it is present. */
  attempt(machine: MachineId): void {
    const { machines, presence, attempts, observer, calendar, rules } = this.estate;
    this.pending[machine] = NO_EVENT;
    const group = machines.groupOf(machine);
    if (group.method.type !== 'avma') return;
    const present = presence.nextPresent(machine, calendar.now);
    if (present !== calendar.now) {
      this.attemptAt(machine, present);
      return;
    }
    const code = this.preview(machine, group);
    if (code === Code.Success) {
      this.succeed(machine, group);
      return;
    }
    attempts.noteRefused(machine);
    if (observer.wantsContacts) observer.contact('refused', machine, NONE, NONE, code);
    this.attemptAt(machine, calendar.now + rules.activationInterval);
  }

  private succeed(machine: MachineId, group: Group): void {
    const { machines, history, licenses, attempts, observer, calendar, rules } = this.estate;
    const previous = history.conditionOf(machine);
    const needed = licenses.needsActivation(machine);
    const until = calendar.now + rules.avmaLifetime;
    licenses.grantUntil(machine, until);
    if (needed && history.conditionOf(machine) === Condition.Licensed) {
      attempts.noteActivated();
      const server = machines.nameOf(this.serverOf(machine, group));
      observer.machineChanged('activated', machine, previous, NONE, NONE, Code.Success, server);
    } else {
      attempts.noteRenewed(machine, history.conditionOf(machine) === Condition.Licensed);
      if (observer.wantsContacts) observer.contact('renewed', machine, NONE, NONE, Code.Success);
    }
    this.attemptAt(machine, until);
  }

  private attemptAt(machine: MachineId, minute: Minute): void {
    if (minute === NEVER) return;
    const { calendar } = this.estate;
    this.pending[machine] = calendar.schedule(minute, Phase.Machines, EventKind.MachineAvmaAttempt, machine);
  }
}

/** Whether any machine is a guest with AVMA, now or after a conversion. */
function usesAvma({ groups, timeline }: EstateParameters): boolean {
  return (
    [...groups.values()].some(({ method }) => method.type === 'avma') ||
    timeline.some((entry) => entry.type === 'convert' && entry.method.type === 'avma')
  );
}
