import type { Minute } from '../../engine/time.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../../model/definitions/ids.ts';

/**
 * KMS clients of a host that were retired or converted to another method in the same minute, or that Active Directory
 * has activated since then.
 */
export interface Departure {
  readonly host: HostId;
  readonly group: string;
  readonly event: 'retired' | 'converted' | 'to-directory';
  readonly minute: Minute;
  machines: number;
}

/** Notes which clients leave a host for good: their records stay behind and become too old. */
export class Departures {
  private readonly estate: Estate;
  private readonly all: Departure[] = [];

  constructor(estate: Estate) {
    this.estate = estate;
  }

  /** A machine was retired or converted, or Active Directory activates it now. */
  note(event: Departure['event'], machine: MachineId): void {
    const { machines, clients, calendar } = this.estate;
    const group = machines.groupOf(machine);
    if (event === 'converted' && group.method.type === 'kms') return;
    const host = clients.knownHost(machine, group);
    if (host === NONE) return;
    const isGradual = event === 'to-directory';
    const known = this.all.findLast(
      (other) =>
        (isGradual || other.minute === calendar.now) &&
        other.host === host &&
        other.group === group.name &&
        other.event === event,
    );
    if (known !== undefined) known.machines += 1;
    else this.all.push({ host, group: group.name, event, minute: calendar.now, machines: 1 });
  }

  /** The departures from a host in a window, the largest first. */
  from(host: HostId, since: Minute, until: Minute): Departure[] {
    return this.all
      .filter(
        (departure) => departure.host === host && departure.minute >= since && departure.minute <= until,
      )
      .sort((left, right) => right.machines - left.machines);
  }
}
