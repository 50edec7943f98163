import type { Minute, Minutes } from '../../engine/time.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import { plural } from '../../text/plural.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { LapseRisk, licenseTerms } from '../figures/lapse-risk.ts';
import type { RunTotals } from '../figures/run-totals.ts';
import type { Finding } from './finding.ts';
import { momentOf } from './moments.ts';
import type { UnlicensedCause } from './unlicensed-cause.ts';

/** What is due after the end of a run, if nothing changes: graces that end and licenses that lapse. */
export function horizonFindings(
  estate: Estate,
  { estate: all }: RunTotals,
  cause: UnlicensedCause,
  timestamps: Timestamps,
): Finding[] {
  const findings: Finding[] = [];
  if (all.inGrace > 0) {
    const first = firstInGrace(estate, all.firstGraceEnd);
    const why = first === null ? null : cause.of(first);
    findings.push({
      kind: 'due-grace',
      text:
        `Due after the end: the grace of ${plural(all.inGrace, 'machine')}, ` +
        `the first on ${momentOf(all.firstGraceEnd, timestamps)}${because(why)}.`,
      minute: all.firstGraceEnd,
      subject: first === null ? null : estate.machines.nameOf(first),
    });
  }
  if (all.atRisk > 0) {
    const first = firstAtRisk(estate, all.firstLapse);
    const renewed = all.firstLapse - validityOf(estate, first);
    const why = first === null ? null : cause.ofRenewal(first);
    findings.push({
      kind: 'due-lapse',
      text:
        `Due after the end: ${plural(all.atRisk, 'license')} ${all.atRisk === 1 ? 'lapses' : 'lapse'} unless renewed ` +
        `before, the first on ${momentOf(all.firstLapse, timestamps)}: not renewed since ` +
        `${momentOf(renewed, timestamps)}${why === null ? '' : `, and ${why}`}.`,
      minute: all.firstLapse,
      subject: first === null ? null : estate.machines.nameOf(first),
    });
  }
  return findings;
}

/** How long the license of a machine lasts. */
function validityOf(estate: Estate, machine: MachineId | null): Minutes {
  if (machine === null) return estate.rules.activationValidity;
  return licenseTerms(estate, machine, estate.machines.groupOf(machine)).validity;
}

function because(why: string | null): string {
  return why === null ? '' : `: ${why}`;
}

function firstInGrace(estate: Estate, deadline: Minute): MachineId | null {
  return findMachine(estate, (machine) => estate.licenses.deadline(machine) === deadline);
}

function firstAtRisk(estate: Estate, deadline: Minute): MachineId | null {
  const risk = new LapseRisk(estate);
  return findMachine(
    estate,
    (machine) =>
      estate.licenses.licensedUntil(machine) === deadline &&
      risk.isAtRisk(machine, estate.machines.groupOf(machine)),
  );
}

function findMachine({ machines }: Estate, wanted: (machine: MachineId) => boolean): MachineId | null {
  for (let id = 0; id < machines.count; id += 1) {
    const machine = id as MachineId;
    const isManaged = machines.groupOf(machine).method.type !== 'none';
    if (isManaged && machines.inService(machine) && wanted(machine)) return machine;
  }
  return null;
}
