import type { Minute } from '../../engine/time.ts';
import { isEndState } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { MachineEvent } from '../../model/definitions/observer.ts';

/** Events after which a machine tries at once: a system without any grace may be in its end state for no time. */
const BEFORE_A_TRY: readonly MachineEvent[] = ['installed', 'rebuilt', 'rearmed', 'left-domain'];

/**
 * A machine came into an end state in a minute and stays there.
 *
 * @param fromStart it began there, being installed or having left its domain without a grace: it waits for an activation; one
 *   that is rearmed had a grace or a license before
 */
type SettledEnd = (machine: MachineId, minute: Minute, fromStart: boolean) => void;

/**
 * Tells machines that came into an end state from those that were activated in the same minute, as systems without a
 * grace are when they are installed and a KMS host answers.
 */
export class SettledEnds {
  private readonly estate: Estate;
  private readonly settled: SettledEnd;
  /** A machine whose try is still to come, and when it came into its end state. */
  private pending: {
    readonly machine: MachineId;
    readonly minute: Minute;
    readonly fromStart: boolean;
  } | null = null;

  /** @param settled is called with each machine that stays in an end state */
  constructor(estate: Estate, settled: SettledEnd) {
    this.estate = estate;
    this.settled = settled;
  }

  /** Something happened to a machine: its try follows its installation before anything happens to another. */
  machineChanged(event: MachineEvent, machine: MachineId): void {
    const { history, calendar } = this.estate;
    const { now } = calendar;
    const isEnded = isEndState(history.conditionOf(machine));
    if (this.pending?.machine === machine && this.pending.minute === now && !isEnded) this.pending = null;
    this.settle();
    if (!isEnded) return;
    if (BEFORE_A_TRY.includes(event)) this.pending = { machine, minute: now, fromStart: event !== 'rearmed' };
    else this.settled(machine, now, false);
  }

  /** Whatever is pending was not activated: call it when no try of the same minute can follow. */
  settle(): void {
    const { pending } = this;
    this.pending = null;
    if (pending !== null) this.settled(pending.machine, pending.minute, pending.fromStart);
  }
}
