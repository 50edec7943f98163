import { NEVER } from '../../engine/time.ts';
import { Code } from '../../model/definitions/codes.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { Group } from '../../model/estate/machines.ts';

/** Renewal intervals without a renewal after which a license is on a course to lapse. */
const INTERVALS_MISSED = 2;

/** Finds the machines that are Licensed but on a course to lapse, at the end of a run. */
export class LapseRisk {
  private readonly estate: Estate;

  constructor(estate: Estate) {
    this.estate = estate;
  }

  /**
   * Whether a machine in service is Licensed for a limited time and was not renewed for longer than twice the
   * renewal interval, or asks a host that cannot renew it now.
   */
  isAtRisk(machine: MachineId, group: Group): boolean {
    const { licenses, clients, preview, parameters } = this.estate;
    const until = licenses.licensedUntil(machine);
    if (until === NEVER) return false;
    const renewed = until - parameters.rules.activationValidity;
    const isOverdue =
      parameters.duration - renewed > INTERVALS_MISSED * clients.renewalInterval(machine, group);
    return isOverdue || (group.method.type === 'kms' && preview.contact(machine).code !== Code.Success);
  }
}
