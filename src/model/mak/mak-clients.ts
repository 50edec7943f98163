import { type Calendar, NO_EVENT } from '../../engine/calendar.ts';
import type { Minute } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { Observer } from '../definitions/observer.ts';
import type { EstateParameters } from '../definitions/parameters.ts';
import type { Machines } from '../estate/machines.ts';
import type { Presence } from '../estate/presence.ts';
import type { Attempts } from '../licensing/attempts.ts';
import type { Licenses } from '../licensing/licenses.ts';
import type { Keys } from '../microsoft/keys.ts';
import type { Microsoft } from '../microsoft/microsoft.ts';
import type { Caller, Telephone } from '../microsoft/telephone.ts';
import { type MakActivation, usesMak } from './mak-activation.ts';

/** The parts that MAK clients stand on. */
export interface MakClientParts {
  readonly machines: Machines;
  readonly presence: Presence;
  readonly licenses: Licenses;
  readonly attempts: Attempts;
  readonly keys: Keys;
  readonly microsoft: Microsoft;
  readonly telephone: Telephone;
  readonly activation: MakActivation;
  readonly calendar: Calendar;
  readonly observer: Observer;
}

/** How far a machine is with its telephone call. */
const CallState = {
  None: 0,
  /** It waits for an administrator. */
  Waiting: 1,
  /** An administrator is calling for it. */
  Calling: 2,
  /** An administrator is calling, but the machine no longer wants the result. */
  Abandoned: 3,
} as const;

/**
 * MAK Independent activation: machines that activate with Microsoft once, by Internet or telephone, and again
 * whenever they need to (Planning Guide, MAK Architecture).
 */
export class MakClients implements Caller {
  readonly phase = Phase.Machines;
  readonly callEnd = EventKind.MachineCallEnd;
  private readonly parts: MakClientParts;
  private readonly retry: number;
  private readonly pending: Int32Array;
  private readonly call: Uint8Array;

  constructor(parameters: EstateParameters, parts: MakClientParts) {
    this.parts = parts;
    this.retry = parameters.rules.makRetry;
    const count = usesMak(parameters) ? parts.machines.count : 0;
    this.pending = new Int32Array(count).fill(NO_EVENT);
    this.call = new Uint8Array(count);
  }

  /** Has a machine try in this minute; one for which an administrator calls already goes on waiting. */
  attemptNow(machine: MachineId): void {
    this.parts.calendar.cancel(this.pending[machine]);
    this.attemptAt(machine, this.parts.calendar.now);
  }

  /** Withdraws a machine's next try and its call. */
  stop(machine: MachineId): void {
    this.parts.calendar.cancel(this.pending[machine]);
    this.pending[machine] = NO_EVENT;
    if (this.call[machine] === CallState.Waiting) this.call[machine] = CallState.None;
    if (this.call[machine] === CallState.Calling) this.call[machine] = CallState.Abandoned;
  }

  /** A machine that is not activated for good tries, if it is present. */
  attempt(machine: MachineId): void {
    const { machines, licenses, keys, microsoft, telephone, activation } = this.parts;
    this.pending[machine] = NO_EVENT;
    const { method, network } = machines.groupOf(machine);
    if (method.type !== 'mak' || licenses.isUnlimited(machine)) return;
    const byTelephone = method.by === 'telephone';
    if (byTelephone && this.call[machine] !== CallState.None) return;
    if (!this.isPresent(machine)) return;
    if (byTelephone) {
      this.call[machine] = CallState.Waiting;
      telephone.ask(this, machine);
    } else if (microsoft.answersInternet(network)) {
      activation.exchange(machine, keys.table.idOf(method.key), 'internet');
      this.tryAgainIfNeeded(machine);
    } else {
      this.failToReach(machine);
    }
  }

  takesCall(subject: number): boolean {
    const machine = subject as MachineId;
    if (this.call[machine] !== CallState.Waiting) return false;
    if (!this.isPresent(machine)) {
      this.call[machine] = CallState.None;
      return false;
    }
    this.call[machine] = CallState.Calling;
    return true;
  }

  /** The call for a machine is over. */
  endCall(machine: MachineId): void {
    const { machines, licenses, keys, microsoft, telephone, activation } = this.parts;
    const wanted = this.call[machine] === CallState.Calling;
    this.call[machine] = CallState.None;
    const { method } = machines.groupOf(machine);
    if (machines.inService(machine) && method.type === 'mak' && !licenses.isUnlimited(machine)) {
      if (!wanted) this.callAnew(machine);
      else if (microsoft.answersTelephone()) {
        activation.exchange(machine, keys.table.idOf(method.key), 'telephone');
        this.tryAgainIfNeeded(machine);
      } else this.failToReach(machine);
    }
    telephone.hangUp();
  }

  /** Asks for a call in place of one that was abandoned; a machine that has another way by now goes it already. */
  private callAnew(machine: MachineId): void {
    const { method } = this.parts.machines.groupOf(machine);
    if (method.type !== 'mak' || method.by !== 'telephone') return;
    this.stop(machine);
    this.attempt(machine);
  }

  /** Whether the machine is present; one that is not tries in the first minute of its next presence. */
  private isPresent(machine: MachineId): boolean {
    const { presence, calendar } = this.parts;
    const present = presence.nextPresent(machine, calendar.now);
    if (present === calendar.now) return true;
    this.attemptAt(machine, present);
    return false;
  }

  private failToReach(machine: MachineId): void {
    const { attempts, observer } = this.parts;
    attempts.noteNoHost(machine);
    if (observer.wantsContacts) observer.contact('no-host', machine, NONE, NONE, Code.MicrosoftUnreachable);
    this.tryAgainIfNeeded(machine);
  }

  private tryAgainIfNeeded(machine: MachineId): void {
    if (!this.parts.licenses.isUnlimited(machine))
      this.attemptAt(machine, this.parts.calendar.now + this.retry);
  }

  private attemptAt(machine: MachineId, minute: Minute): void {
    this.pending[machine] = this.parts.calendar.schedule(
      minute,
      Phase.Machines,
      EventKind.MachineMakAttempt,
      machine,
    );
  }
}

/** A MAK machine's try is due. */
export function machineMakAttempt(clients: MakClients, machine: MachineId): void {
  clients.attempt(machine);
}

/** The end of the telephone call for a MAK machine. */
export function machineCallEnd(clients: MakClients, machine: MachineId): void {
  clients.endCall(machine);
}
