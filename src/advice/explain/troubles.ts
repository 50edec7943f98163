import { type Minute, NEVER } from '../../engine/time.ts';
import { Condition, isEndState } from '../../model/definitions/conditions.ts';
import { type HostId, type MachineId, NONE } from '../../model/definitions/ids.ts';
import { type MachineSet, rowsOf } from './machine-rows.ts';
import { earliest, type Scan } from './scan.ts';
import type { Subject } from './subjects.ts';

/** What is wrong with machines, worst first. */
export const MACHINE_TROUBLES = ['end-state', 'lapsed', 'not-licensed', 'failed-contact'] as const;
/** What is wrong with a host, worst first. */
export const HOST_TROUBLES = ['host-ended', 'host-not-activated', 'count-lost', 'count-never'] as const;

export type MachineTrouble = {
  readonly kind: (typeof MACHINE_TROUBLES)[number];
  readonly set: MachineSet;
  /** The machine that the chain follows: the first one. */
  readonly machine: string;
  readonly minute: Minute;
  /** Of an end state: the machines were installed into it, for their system has no grace, and licensed later. */
  readonly begins?: boolean;
};
export type HostTrouble = {
  readonly kind: (typeof HOST_TROUBLES)[number];
  readonly host: string;
  /** Of a count lost the one that it fell below; else the largest of its clients. */
  readonly threshold: number;
  readonly minute: Minute;
};
export type KeyTrouble = { readonly kind: 'key-exhausted'; readonly key: string; readonly minute: Minute };

/** The worst that happened to a subject. */
export type Trouble = MachineTrouble | HostTrouble | KeyTrouble;

/** @param at whether the end of the scanned run is the moment that is asked about; else all of the run is */
export function troubleOf(scan: Scan, subject: Subject, at: boolean): Trouble | null {
  if (subject.kind === 'host') return hostTrouble(scan, subject.name);
  if (subject.kind === 'key') return keyTrouble(scan, subject.name);
  return at ? machineTroubleNow(scan, subject) : machineTrouble(scan, subject);
}

/**
 * The worst that happened at all: the first end state (of a machine that is to be activated, if there is one), else
 * the first count lost, else the first contact without an answer.
 */
export function worstTrouble(scan: Scan): Trouble | null {
  const { machines } = scan.estate;
  const all = Array.from({ length: machines.count }, (_, row) => row as MachineId);
  const managed = all.filter((row) => machines.groupOf(row).parameters.method.type !== 'none');
  const ended = [managed, all].map((rows) => earliest(scan.endedAt, rows)).find((row) => row !== NONE);
  if (ended !== undefined) return single(scan, 'end-state', ended as MachineId, scan.endedAt[ended]);
  const begun = begunTrouble(scan, managed);
  if (begun !== null)
    return { ...single(scan, begun.kind, begun.row, scan.begunEndedAt[begun.row]), begins: begun.begins };
  const [lost] = scan.lost;
  if (lost !== undefined) return { kind: 'count-lost', host: lost[0], ...lost[1] };
  const failed = earliest(scan.failedAt, managed);
  if (failed === NONE) return null;
  return single(scan, 'failed-contact', failed as MachineId, scan.failedAt[failed]);
}

/** Of machines that were installed into their end state: those that stayed there before those that were licensed in time. */
function begunTrouble(scan: Scan, rows: readonly MachineId[]) {
  const { machines, history } = scan.estate;
  const begun = rows.filter((row) => scan.begunEndedAt[row] !== NEVER);
  const stayed = begun.filter(
    (row) => machines.inService(row) && history.conditionOf(row) !== Condition.Licensed,
  );
  const row = earliest(scan.begunEndedAt, stayed.length > 0 ? stayed : begun);
  if (row === NONE) return null;
  const begins = stayed.length === 0;
  return { kind: begins ? 'end-state' : 'not-licensed', row: row as MachineId, begins } as const;
}

function single(scan: Scan, kind: MachineTrouble['kind'], row: MachineId, minute: Minute): MachineTrouble {
  const { machines } = scan.estate;
  const group = machines.groupOf(row);
  const set = { groups: [group.name], index: row - group.first };
  return { kind, set, machine: machines.nameOf(row), minute };
}

function machineTrouble(scan: Scan, set: MachineSet): Trouble | null {
  const { machines, history } = scan.estate;
  const rows = rowsOf(machines, set);
  const of = (kind: MachineTrouble['kind'], row: number, minute: Minute): MachineTrouble => ({
    kind,
    set,
    machine: machines.nameOf(row as MachineId),
    minute,
  });
  for (const [kind, column] of [
    ['end-state', scan.endedAt],
    ['lapsed', scan.lapsedAt],
  ] as const) {
    const row = earliest(column, rows);
    if (row !== NONE) return of(kind, row, column[row]);
  }
  const never = rows.find(
    (row) => machines.inService(row) && history.conditionOf(row) !== Condition.Licensed,
  );
  if (never !== undefined) return of('not-licensed', never, history.since(never));
  const begun = earliest(scan.begunEndedAt, rows);
  if (begun !== NONE) return { ...of('end-state', begun, scan.begunEndedAt[begun]), begins: true };
  const failed = earliest(scan.failedAt, rows);
  return failed === NONE ? null : of('failed-contact', failed, scan.failedAt[failed]);
}

/** What is wrong with machines at the end of the scanned run. */
function machineTroubleNow(scan: Scan, set: MachineSet): Trouble | null {
  const { machines, history } = scan.estate;
  const rows = rowsOf(machines, set).filter((row) => machines.inService(row));
  const kinds = MACHINE_TROUBLES.slice(0, 3);
  for (const kind of kinds) {
    const row = rows.find((candidate) => isIn(kind, history.conditionOf(candidate)));
    if (row !== undefined) return { kind, set, machine: machines.nameOf(row), minute: history.since(row) };
  }
  return null;
}

/** Whether a condition is what a trouble of machines is about, or worse. */
export function isIn(kind: MachineTrouble['kind'], condition: Condition): boolean {
  if (kind === 'end-state') return isEndState(condition);
  if (kind === 'lapsed')
    return (
      isEndState(condition) || condition === Condition.OOTGrace || condition === Condition.NonGenuineGrace
    );
  return kind === 'not-licensed' && condition !== Condition.Licensed;
}

function hostTrouble(scan: Scan, name: string): Trouble | null {
  const { hosts } = scan.estate;
  const host = hosts.all[hosts.table.idOf(name) as HostId];
  const threshold = host.largestThreshold;
  const ended = scan.hostEndedAt[host.id];
  if (ended !== NEVER) return { kind: 'host-ended', host: name, threshold, minute: ended };
  if (host.online && !host.serving)
    return { kind: 'host-not-activated', host: name, threshold, minute: host.parameters.online };
  const lost = scan.lost.get(name);
  if (lost !== undefined) return { kind: 'count-lost', host: name, ...lost };
  if (host.requests > 0 && host.maxCount < threshold)
    return { kind: 'count-never', host: name, threshold, minute: host.parameters.online };
  return null;
}

function keyTrouble(scan: Scan, name: string): Trouble | null {
  const minute = scan.exhaustedAt.get(name);
  return minute === undefined ? null : { kind: 'key-exhausted', key: name, minute };
}
