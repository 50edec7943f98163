import type { MachineId } from '../definitions/ids.ts';
import type { Machines } from '../estate/machines.ts';
import type { KmsClients } from '../kms/kms-clients.ts';
import type { MakClients } from '../mak/mak-clients.ts';

/**
 * The way in which each machine is activated, whichever its group has. A MAK proxy's machines do nothing by
 * themselves, and those of method `none` nothing at all.
 */
export class ActivationMethods {
  private readonly machines: Machines;
  private readonly kms: KmsClients;
  private readonly mak: MakClients;

  constructor(machines: Machines, kms: KmsClients, mak: MakClients) {
    this.machines = machines;
    this.kms = kms;
    this.mak = mak;
  }

  /** Has a machine try at once, in the middle of the machines' phase. */
  startNow(machine: MachineId): void {
    this.stop(machine);
    const { type } = this.machines.groupOf(machine).method;
    if (type === 'kms') this.kms.contact(machine);
    else if (type === 'mak') this.mak.attempt(machine);
  }

  /** Has a machine try when the machines' phase of this minute comes. */
  scheduleNow(machine: MachineId): void {
    const { type } = this.machines.groupOf(machine).method;
    if (type === 'kms') this.kms.contactNow(machine);
    else if (type === 'mak') this.mak.attemptNow(machine);
  }

  /** Withdraws whatever a machine was about to try. */
  stop(machine: MachineId): void {
    const { type } = this.machines.groupOf(machine).method;
    if (type === 'kms') this.kms.stop(machine);
    else if (type === 'mak') this.mak.stop(machine);
  }

  /** Forgets what a machine learned: its cached host and the intervals of a host. */
  forget(machine: MachineId): void {
    this.kms.forget(machine);
  }
}
