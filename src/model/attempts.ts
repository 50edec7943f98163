import type { MachineId } from './ids.ts';

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
  readonly #renewals: Uint32Array;
  readonly #failures: Uint32Array;
  readonly #tooLow: Uint32Array;

  /** @param machines how many there are */
  constructor(machines: number) {
    this.#renewals = new Uint32Array(machines);
    this.#failures = new Uint32Array(machines);
    this.#tooLow = new Uint32Array(machines);
  }

  /** Successful contacts while Licensed. */
  renewals(machine: MachineId): number {
    return this.#renewals[machine];
  }

  /** Attempts that found no host, or not Microsoft, or were refused. */
  failures(machine: MachineId): number {
    return this.#failures[machine];
  }

  /** Contacts that were answered with a count below the machine's threshold. */
  tooLow(machine: MachineId): number {
    return this.#tooLow[machine];
  }

  /** An activation; by which machine is in the books of its conditions. */
  noteActivated(): void {
    this.tally.activated += 1;
  }

  /** A success that was no passage into Licensed; of the machine it counts as a renewal while it is Licensed. */
  noteRenewed(machine: MachineId, licensed: boolean): void {
    this.tally.renewed += 1;
    if (licensed) this.#renewals[machine] += 1;
  }

  noteTooLow(machine: MachineId): void {
    this.tally.countTooLow += 1;
    this.#tooLow[machine] += 1;
  }

  noteRefused(machine: MachineId): void {
    this.tally.refused += 1;
    this.#failures[machine] += 1;
  }

  noteNoHost(machine: MachineId): void {
    this.tally.noHost += 1;
    this.#failures[machine] += 1;
  }
}
