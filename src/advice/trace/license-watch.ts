import type { Minute, Minutes } from '../../engine/time.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../../model/definitions/ids.ts';

/** What gave a machine its license, or renewed it: `microsoft` is a MAK. */
export type Licensor = 'kms' | 'directory' | 'avma' | 'microsoft';

/** What licenses the followed machine, and when it did last. */
export class LicenseWatch {
  /** `null`: it was never licensed. */
  by: Licensor | null = null;
  private readonly estate: Estate;
  private latest: Minute = 0;
  private readonly ofOffice: boolean;

  /** @param ofOffice whether the license of its Office is watched */
  constructor(estate: Estate, ofOffice: boolean) {
    this.estate = estate;
    this.ofOffice = ofOffice;
  }

  /** The machine was activated or renewed: by a KMS host, unless there is none. */
  succeeded(machine: MachineId, host: HostId | -1): void {
    this.by = host === NONE ? this.withoutHost(machine) : 'kms';
    this.latest = this.estate.calendar.now;
  }

  /** Time since the machine was activated or renewed; 0 of one that never was. */
  get age(): Minutes {
    return this.by === null ? 0 : this.estate.calendar.now - this.latest;
  }

  private withoutHost(machine: MachineId): Licensor {
    if (this.ofOffice) return 'directory';
    const { type } = this.estate.machines.groupOf(machine).method;
    if (type === 'avma') return 'avma';
    return type === 'kms' ? 'directory' : 'microsoft';
  }
}
