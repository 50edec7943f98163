import { type Minutes, NEVER } from '../../engine/time.ts';
import { Code } from '../../model/definitions/codes.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type MachineId, NONE } from '../../model/definitions/ids.ts';
import type { Group } from '../../model/estate/groups.ts';

/** Renewal intervals without a renewal after which a license is on a course to lapse. */
const INTERVALS_MISSED = 2;

/** How long an activation of a machine lasts, and how often it is renewed: by a KMS host, Active Directory or AVMA. */
export function licenseTerms(
  { clients, directoryClients, rules }: Estate,
  machine: MachineId,
  group: Group,
): { readonly validity: Minutes; readonly interval: Minutes } {
  if (group.method.type === 'avma') return { validity: rules.avmaLifetime, interval: rules.avmaLifetime };
  if (directoryClients.activatorOf(machine) !== NONE)
    return { validity: rules.directoryValidity, interval: rules.directoryInterval };
  return { validity: rules.activationValidity, interval: clients.renewalInterval(machine, group) };
}

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
    const { licenses, preview, avmaClients, parameters } = this.estate;
    const until = licenses.licensedUntil(machine);
    if (until === NEVER) return false;
    const { validity, interval } = licenseTerms(this.estate, machine, group);
    const isOverdue = parameters.duration - (until - validity) > INTERVALS_MISSED * interval;
    if (group.method.type === 'avma')
      return isOverdue || avmaClients.preview(machine, group) !== Code.Success;
    return isOverdue || (group.method.type === 'kms' && preview.contact(machine).code !== Code.Success);
  }
}
