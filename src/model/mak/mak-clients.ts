import { NO_EVENT } from '../../engine/calendar.ts';
import type { Minute } from '../../engine/time.ts';
import { Code } from '../definitions/codes.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import { type MachineId, NONE } from '../definitions/ids.ts';
import type { Caller } from '../microsoft/telephone.ts';
import { usesMak } from './mak-activation.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly makClients: MakClients;
  }
}

type MakClientEstate = Pick<
  Estate,
  | 'parameters'
  | 'machines'
  | 'presence'
  | 'licenses'
  | 'attempts'
  | 'keys'
  | 'hardware'
  | 'microsoft'
  | 'telephone'
  | 'makActivation'
  | 'calendar'
  | 'observer'
>;

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
  private readonly estate: MakClientEstate;
  private readonly retry: number;
  private readonly pending: Int32Array;
  private readonly call: Uint8Array;
  /** By machine: the ticket of the call that it waits for, and the state of its hardware when the call began. */
  private readonly ticket: Int32Array;
  private readonly calledHardware: Uint16Array;

  constructor(estate: MakClientEstate) {
    const { parameters } = estate;
    this.estate = estate;
    this.retry = parameters.rules.makRetry;
    const count = usesMak(parameters) ? estate.machines.count : 0;
    this.pending = new Int32Array(count);
    this.call = new Uint8Array(count);
    this.ticket = new Int32Array(count);
    this.calledHardware = new Uint16Array(count);
  }

  /** Has a machine try in this minute; one for which an administrator calls already goes on waiting. */
  attemptNow(machine: MachineId): void {
    this.estate.calendar.cancel(this.pending[machine]);
    this.attemptAt(machine, this.estate.calendar.now);
  }

  /** Withdraws a machine's next try and its call. */
  stop(machine: MachineId): void {
    this.estate.calendar.cancel(this.pending[machine]);
    this.pending[machine] = NO_EVENT;
    if (this.call[machine] === CallState.Waiting) {
      this.estate.telephone.withdraw(this.ticket[machine]);
      this.call[machine] = CallState.None;
    }
    if (this.call[machine] === CallState.Calling) this.call[machine] = CallState.Abandoned;
  }

  /** A machine has other hardware: a call that it waits for is for an installation ID of before, and is asked for anew. */
  askAnew(machine: MachineId): void {
    if (this.call[machine] !== CallState.Waiting) return;
    this.stop(machine);
    this.attempt(machine);
  }

  /** A machine that is not activated for good tries, if it is present. */
  attempt(machine: MachineId): void {
    const { machines, licenses, keys, microsoft, telephone, makActivation } = this.estate;
    this.pending[machine] = NO_EVENT;
    const { method, network } = machines.groupOf(machine);
    if (method.type !== 'mak' || licenses.isUnlimited(machine)) return;
    const byTelephone = method.by === 'telephone';
    if (byTelephone && this.call[machine] !== CallState.None) return;
    if (!this.isPresent(machine)) return;
    if (byTelephone) {
      this.call[machine] = CallState.Waiting;
      this.ticket[machine] = telephone.ask(this, machine);
    } else if (microsoft.answersInternet(network)) {
      makActivation.exchange(machine, keys.table.idOf(method.key), 'internet');
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
    this.calledHardware[machine] = this.estate.hardware.versionOf(machine);
    return true;
  }

  /** The call for a machine is over. */
  endCall(machine: MachineId): void {
    const { machines, licenses, keys, hardware, microsoft, telephone, makActivation } = this.estate;
    const wanted = this.call[machine] === CallState.Calling;
    this.call[machine] = CallState.None;
    const { method } = machines.groupOf(machine);
    if (machines.inService(machine) && method.type === 'mak' && !licenses.isUnlimited(machine)) {
      if (!wanted) this.callAnew(machine);
      else if (microsoft.answersTelephone()) {
        const matches = this.calledHardware[machine] === hardware.versionOf(machine);
        makActivation.exchange(machine, keys.table.idOf(method.key), 'telephone', matches);
        if (matches) this.tryAgainIfNeeded(machine);
        else this.callAnew(machine);
      } else this.failToReach(machine);
    }
    telephone.hangUp();
  }

  /** Asks for a call in place of one that was abandoned; a machine that has another way by now goes it already. */
  private callAnew(machine: MachineId): void {
    const { method } = this.estate.machines.groupOf(machine);
    if (method.type !== 'mak' || method.by !== 'telephone') return;
    this.stop(machine);
    this.attempt(machine);
  }

  /** Whether the machine is present; one that is not tries in the first minute of its next presence. */
  private isPresent(machine: MachineId): boolean {
    const { presence, calendar } = this.estate;
    const present = presence.nextPresent(machine, calendar.now);
    if (present === calendar.now) return true;
    this.attemptAt(machine, present);
    return false;
  }

  private failToReach(machine: MachineId): void {
    const { attempts, observer } = this.estate;
    attempts.noteNoHost(machine);
    if (observer.wantsContacts) observer.contact('no-host', machine, NONE, NONE, Code.MicrosoftUnreachable);
    this.tryAgainIfNeeded(machine);
  }

  private tryAgainIfNeeded(machine: MachineId): void {
    if (!this.estate.licenses.isUnlimited(machine))
      this.attemptAt(machine, this.estate.calendar.now + this.retry);
  }

  private attemptAt(machine: MachineId, minute: Minute): void {
    this.pending[machine] = this.estate.calendar.schedule(
      minute,
      Phase.Machines,
      EventKind.MachineMakAttempt,
      machine,
    );
  }
}
