import { MINUTES_PER_DAY, type Minute, type Minutes } from '../../engine/time.ts';
import { Condition, isEndState } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { MachineEvent } from '../../model/definitions/observer.ts';
import { RareNumbers } from '../../model/estate/rare-numbers.ts';

/**
 * How long a machine of a system without a grace may wait in its end state for the license after its installation, so that
 * it counts as a wait. An assumption: the time in which an activated machine renews, and in which most roll-outs bring a KMS
 * host to its threshold.
 */
export const LONGEST_FIRST_WAIT: Minutes = 7 * MINUTES_PER_DAY;

/** Events that put a machine's system in place: without a grace it begins in its end state. */
const INSTALLATIONS: readonly MachineEvent[] = ['installed', 'rebuilt'];

/**
 * Tells machines that came into an end state from those that only waited there: from an installation without a grace to the
 * license that followed within {@link LONGEST_FIRST_WAIT}, as the first clients of a new KMS host do below its threshold.
 */
export class FirstWaits {
  private readonly estate: Estate;
  /** By machine: the minute since when it is in an end state, and 1; 0 when it is in none. */
  private readonly endedSince: RareNumbers;
  /** By machine: whether it has been in its end state since an installation. */
  private readonly isWaiting: RareNumbers;
  /** By machine: whether it was in an end state other than waiting. */
  private readonly isBeyond: RareNumbers;

  constructor(estate: Estate) {
    const { count } = estate.machines;
    this.estate = estate;
    this.endedSince = new RareNumbers(count);
    this.isWaiting = new RareNumbers(count);
    this.isBeyond = new RareNumbers(count);
  }

  /** Something happened to a machine: its condition is the new one. */
  machineChanged(event: MachineEvent, machine: MachineId): void {
    const { history, calendar } = this.estate;
    const condition = history.conditionOf(machine);
    const isInstalled = INSTALLATIONS.includes(event);
    const isEnded = event !== 'retired' && isEndState(condition);
    const since = this.endedSince.get(machine);
    if (since !== 0 && (!isEnded || isInstalled)) {
      this.left(machine, since - 1, event !== 'retired' && condition === Condition.Licensed);
      this.endedSince.set(machine, 0);
    }
    if (!isEnded || this.endedSince.get(machine) !== 0) return;
    this.endedSince.set(machine, calendar.now + 1);
    this.isWaiting.set(machine, Number(isInstalled));
  }

  /** Whether a machine was ever in an end state other than waiting, in a run that is over. */
  wasBeyond(machine: MachineId): boolean {
    if (this.isBeyond.get(machine) === 1) return true;
    const since = this.endedSince.get(machine) - 1;
    if (since < 0) return false;
    const { history, parameters } = this.estate;
    const waits = this.isWaiting.get(machine) === 1 && history.wasLicensed(machine);
    return !waits || parameters.duration - since > LONGEST_FIRST_WAIT;
  }

  /** A machine left its end state; one that does so in the minute in which it came was in it for no time. */
  private left(machine: MachineId, since: Minute, licensed: boolean): void {
    const length = this.estate.calendar.now - since;
    const waited = this.isWaiting.get(machine) === 1 && licensed && length <= LONGEST_FIRST_WAIT;
    if (length > 0 && !waited) this.isBeyond.set(machine, 1);
  }
}
