import type { Estate } from '../definitions/estate.ts';
import type { MachineId } from '../definitions/ids.ts';
import type { MethodParameters } from '../definitions/parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly methods: ActivationMethods;
  }
}

type MethodEstate = Pick<Estate, 'machines' | 'clients' | 'makClients'>;

/** What machines of an activation method do by themselves. */
export interface ActivationMethod {
  /** Has a machine try at once, in the middle of the machines' phase. */
  startNow(machine: MachineId): void;
  /** Has a machine try when the machines' phase of this minute comes. */
  scheduleNow(machine: MachineId): void;
  /** Withdraws whatever a machine was about to try. */
  stop(machine: MachineId): void;
}

const NOTHING: ActivationMethod = { startNow: () => {}, scheduleNow: () => {}, stop: () => {} };

/**
 * The way in which each machine is activated, whichever its group has. A MAK proxy's machines do nothing by
 * themselves, and those of method `none` nothing at all.
 */
export class ActivationMethods implements ActivationMethod {
  private readonly estate: MethodEstate;
  private readonly byType: Readonly<Record<MethodParameters['type'], ActivationMethod>>;

  constructor(estate: MethodEstate) {
    this.estate = estate;
    const { clients, makClients } = estate;
    this.byType = {
      kms: {
        startNow: (machine) => clients.contact(machine),
        scheduleNow: (machine) => clients.contactNow(machine),
        stop: (machine) => clients.stop(machine),
      },
      mak: {
        startNow: (machine) => makClients.attempt(machine),
        scheduleNow: (machine) => makClients.attemptNow(machine),
        stop: (machine) => makClients.stop(machine),
      },
      'mak-proxy': NOTHING,
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

  /** Forgets what a machine learned: its cached host and the intervals of a host. */
  forget(machine: MachineId): void {
    this.estate.clients.forget(machine);
  }

  private of(machine: MachineId): ActivationMethod {
    return this.byType[this.estate.machines.groupOf(machine).method.type];
  }
}
