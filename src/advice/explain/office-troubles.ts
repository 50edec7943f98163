import type { Minute } from '../../engine/time.ts';
import { Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type MachineId, NONE } from '../../model/definitions/ids.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { Design } from '../design/design.ts';
import { officeGroups } from '../design/office-groups.ts';
import { type MachineSet, rowsOf } from './machine-rows.ts';
import { earliest, type Scan } from './scan.ts';
import type { Subject } from './subjects.ts';

/** What is wrong with Office, worst first. */
export const OFFICE_TROUBLES = ['notification', 'lapsed', 'not-licensed'] as const;
export type OfficeTroubleKind = (typeof OFFICE_TROUBLES)[number];

/** The worst that happened to the Office of some machines. */
export interface OfficeTrouble {
  readonly kind: OfficeTroubleKind;
  readonly set: MachineSet;
  /** The machine that the chain follows: the first one. */
  readonly machine: string;
  readonly minute: Minute;
}

/**
 * The worst that happened to Office.
 *
 * @param subject whose Office; `null`: that of all machines
 * @param at whether the end of the scanned run is the moment that is asked about; else all of the run is
 */
export function officeTroubleOf(scan: Scan, subject: Subject | null, at: boolean): OfficeTrouble | null {
  const set = officeSet(scan.estate.parameters, subject);
  const rows = officeRows(scan.estate, set);
  const { officeLicenses } = scan.estate;
  const of = (kind: OfficeTroubleKind, row: MachineId, minute: Minute): OfficeTrouble => ({
    ...{ kind, set, minute },
    machine: scan.estate.machines.nameOf(row),
  });
  if (!at)
    for (const [kind, column] of [
      ['notification', scan.officeEndedAt],
      ['lapsed', scan.officeLapsedAt],
    ] as const) {
      const row = earliest(column, rows);
      if (row !== NONE) return of(kind, row as MachineId, column[row]);
    }
  const installed = rows.filter((row) => officeLicenses.isInstalled(row));
  for (const kind of at ? OFFICE_TROUBLES : (['not-licensed'] as const)) {
    const row = installed.find((one) => isOfficeIn(kind, officeLicenses.conditionOf(one)));
    if (row !== undefined) return of(kind, row, officeLicenses.sinceOf(row));
  }
  return null;
}

/** Whether a condition of Office is what a trouble is about, or worse. */
export function isOfficeIn(kind: OfficeTroubleKind, condition: Condition): boolean {
  if (kind === 'notification') return condition === Condition.Notification;
  if (kind === 'lapsed') return condition === Condition.Notification || condition === Condition.OOTGrace;
  return condition !== Condition.Licensed;
}

/** The machines of a set that have Office. */
export function officeRows({ machines, officeLicenses }: Estate, set: MachineSet): MachineId[] {
  return rowsOf(machines, set).filter((row) => officeLicenses.installations.has(row));
}

/** The machines whose Office a subject is about: its own, or those that ask a host, or ask one with a key. */
function officeSet(base: EstateParameters, subject: Subject | null): MachineSet {
  if (subject === null) return { groups: [...base.groups.keys()], index: null };
  if ('groups' in subject) return subject;
  const design = new Design(base);
  const isAbout = (host: string) => {
    if (subject.kind === 'host') return host === subject.name;
    const { key, officeKeys } = design.host(host);
    return [key, ...officeKeys].includes(subject.name);
  };
  const groups = officeGroups(design).filter(({ asked }) => asked.some(isAbout));
  return { groups: groups.map(({ group }) => group), index: null };
}
