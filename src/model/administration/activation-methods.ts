import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';
import type { MethodParameters } from '../definitions/parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly methods: ActivationMethods;
  }
}

type MethodEstate = Pick<
  Estate,
  'machines' | 'clients' | 'directoryClients' | 'avmaClients' | 'makClients' | 'vamts'
>;

/** What machines of an activation method do by themselves. */
export interface ActivationMethod {
  /** Has a machine try at once, in the middle of the machines' phase. */
  startNow(machine: MachineId): void;
  /** Has a machine try when the machines' phase of this minute comes. */
  scheduleNow(machine: MachineId): void;
  /** Withdraws whatever a machine was about to try. */
  stop(machine: MachineId): void;
  /** Withdraws a request that was made for the hardware that a machine had before, and makes it anew. */
  askAnew(machine: MachineId): void;
}

const NOTHING: ActivationMethod = {
  startNow: () => {},
  scheduleNow: () => {},
  stop: () => {},
  askAnew: () => {},
};

/**
 * The way in which each machine is activated, whichever its group has. A MAK proxy's machines wait for
 * their VAMT, and those of method `none` nothing at all.
 */
export class ActivationMethods implements ActivationMethod {
  private readonly estate: MethodEstate;
  private readonly byType: Readonly<Record<MethodParameters['type'], ActivationMethod>>;

  constructor(estate: MethodEstate) {
    this.estate = estate;
    const { clients, directoryClients, avmaClients, makClients, vamts } = estate;
    this.byType = {
      kms: {
        startNow: (machine) => directoryClients.contact(machine),
        scheduleNow: (machine) => clients.contactNow(machine),
        stop: (machine) => clients.stop(machine),
        askAnew: () => {},
      },
      mak: {
        startNow: (machine) => makClients.attempt(machine),
        scheduleNow: (machine) => makClients.attemptNow(machine),
        stop: (machine) => makClients.stop(machine),
        askAnew: (machine) => makClients.askAnew(machine),
      },
      'mak-proxy': {
        ...NOTHING,
        stop: (machine) => vamts.withdraw(machine),
        askAnew: (machine) => vamts.withdraw(machine),
      },
      avma: {
        startNow: (machine) => avmaClients.attempt(machine),
        scheduleNow: (machine) => avmaClients.attemptNow(machine),
        stop: (machine) => avmaClients.stop(machine),
        askAnew: () => {},
      },
      none: NOTHING,
    };
  }

  startNow(machine: MachineId): void {
    this.stop(machine);
    this.of(machine).startNow(machine);
  }

  scheduleNow(machine: MachineId): void {
    this.of(machine).scheduleNow(machine);
  }

  stop(machine: MachineId): void {
    this.of(machine).stop(machine);
  }

  askAnew(machine: MachineId): void {
    this.of(machine).askAnew(machine);
  }

  /** Forgets what a machine learned: its cached host and the intervals of a host. */
  forget(machine: MachineId): void {
    this.estate.clients.forget(machine);
  }

  private of(machine: MachineId): ActivationMethod {
    return this.byType[this.estate.machines.groupOf(machine).method.type];
  }
}
