import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';
import { MEMORY, ONE_RENEWAL, RENEWALS_MASK, RENEWALS_SHIFT, rowOf } from '../estate/machine-rows.ts';
import { RareNumbers } from '../estate/rare-numbers.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly attempts: Attempts;
  }
}

/** Attempts of the whole estate so far, by how they ended. */
export interface AttemptTally {
  /** KMS clients that passed into Licensed, or that MAKs activated. */
  activated: number;
  renewed: number;
  countTooLow: number;
  refused: number;
  /** No host was found, or Microsoft was not reached. */
  noHost: number;
}

/** What became of the attempts to be activated or renewed: of each machine, and in all. */
export class Attempts {
  readonly tally: AttemptTally = { activated: 0, renewed: 0, countTooLow: 0, refused: 0, noHost: 0 };
  private readonly rows: Int32Array;
  /** By machine: renewals for which its row had no room any more. */
  private readonly carried: RareNumbers;
  private readonly failuresOf: RareNumbers;
  private readonly tooLowOf: RareNumbers;

  constructor({ machines }: Pick<Estate, 'machines'>) {
    this.rows = machines.rows;
    this.carried = new RareNumbers(machines.count);
    this.failuresOf = new RareNumbers(machines.count);
    this.tooLowOf = new RareNumbers(machines.count);
  }

  /** Successful contacts while Licensed. */
  renewals(machine: MachineId): number {
    return this.carried.get(machine) + (this.rows[rowOf(machine) + MEMORY] >>> RENEWALS_SHIFT);
  }

  /** Attempts that found no host, or not Microsoft, or were refused. */
  failures(machine: MachineId): number {
    return this.failuresOf.get(machine);
  }

  /** Contacts that were answered with a count below the machine's threshold. */
  tooLow(machine: MachineId): number {
    return this.tooLowOf.get(machine);
  }

  /** An activation; by which machine is in the books of its conditions. */
  noteActivated(): void {
    this.tally.activated += 1;
  }

  /** A success that was no passage into Licensed; of the machine it counts as a renewal while it is Licensed. */
  noteRenewed(machine: MachineId, licensed: boolean): void {
    this.tally.renewed += 1;
    if (!licensed) return;
    const at = rowOf(machine) + MEMORY;
    this.rows[at] = this.withRenewal(machine, this.rows[at]);
  }

  /**
   * Counts a renewal of a machine, but not in the tally.
   *
   * @param memory the number of its row that has the count
   * @returns what that number is then
   */
  withRenewal(machine: MachineId, memory: number): number {
    if (memory >>> RENEWALS_SHIFT === RENEWALS_MASK) this.carried.add(machine, RENEWALS_MASK + 1);
    return (memory + ONE_RENEWAL) | 0;
  }

  noteTooLow(machine: MachineId): void {
    this.tally.countTooLow += 1;
    this.countTooLow(machine);
  }

  /** Counts a contact of a machine that was answered with too low a count, but not in the tally. */
  countTooLow(machine: MachineId): void {
    this.tooLowOf.add(machine, 1);
  }

  noteRefused(machine: MachineId): void {
    this.tally.refused += 1;
    this.failuresOf.add(machine, 1);
  }

  noteNoHost(machine: MachineId): void {
    this.tally.noHost += 1;
    this.failuresOf.add(machine, 1);
  }
}
