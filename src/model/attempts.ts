import type { MachineId } from './ids.ts';

/** By machine: what became of its attempts to be activated or renewed. Passages into Licensed are booked elsewhere. */
export class Attempts {
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

  noteRenewal(machine: MachineId): void {
    this.#renewals[machine] += 1;
  }

  noteFailure(machine: MachineId): void {
    this.#failures[machine] += 1;
  }

  noteTooLow(machine: MachineId): void {
    this.#tooLow[machine] += 1;
  }
}
