import type { Cell } from '../../../src/recording/tables/tables.ts';
import { type Recorded, type RunSketch, record } from '../recorded.ts';

/** The Windows logs of runs. */

/** An entry of a log. */
export interface Entry {
  readonly time: string;
  readonly event: number;
  readonly computer: string;
  /** What stands behind "Info:", as it is and by its fields. */
  readonly info: string;
  readonly fields: readonly string[];
}

/** A GUID as Windows prints it. */
export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Runs an estate with the logs of the clients of one group, `pc` by default. */
export const recordLogs = (sketch: RunSketch): Recorded => record({ logsOf: 'pc', ...sketch });

export const entriesOf = (recorded: Recorded, log: string): Entry[] => recorded.log(log).map(toEntry);

/** The entries of some events. */
export const ofEvents = (entries: readonly Entry[], ...events: number[]): Entry[] =>
  entries.filter(({ event }) => events.includes(event));

/** The CMIDs that a host was asked with, by the computers that asked, each CMID once. */
export function clientIdsOf(recorded: Recorded, host = 'kms-1'): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { fields } of ofEvents(entriesOf(recorded, `host-${host}`), 12290)) {
    const [, , computer, id] = fields;
    const known = ids.get(computer) ?? [];
    ids.set(computer, known.includes(id) ? known : [...known, id]);
  }
  return ids;
}

function toEntry([time, source, event, computer, info]: readonly Cell[]): Entry {
  if (source !== 'Microsoft-Windows-Security-Licensing-SLC') throw new Error(`unknown source ${source}`);
  return {
    time: String(time),
    event: Number(event),
    computer: String(computer),
    info: String(info),
    fields: String(info).split(','),
  };
}
