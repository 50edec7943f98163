import { CONDITION_NAMES } from '../../model/definitions/conditions.ts';
import type { Host } from '../../model/kms/host.ts';
import type { Simulation } from '../../model/simulation.ts';
import { DATE, DAY } from './column-words.ts';
import type { TableDefinition } from './tables.ts';

/** A host's counters, which begin at 0 and never fall. */
export interface HostTotals {
  readonly requests: number;
  readonly activations: number;
  readonly renewals: number;
  readonly refusals: number;
}

/** A KMS host at the end of a day, and its counters at the end of the day before. */
export interface HostDay {
  readonly day: number;
  /** ISO date of the day. */
  readonly date: string;
  readonly simulation: Simulation;
  readonly host: Host;
  readonly before: HostTotals;
}

/** `hosts.csv`. */
export const HOSTS_TABLE: TableDefinition<HostDay> = {
  row: 'a KMS host at the end of a day, from the day it is online',
  columns: {
    day: { meaning: DAY, cell: ({ day }) => day },
    date: { meaning: DATE, cell: ({ date }) => date },
    host: { meaning: 'the host', cell: ({ host }) => host.name },
    condition: { meaning: 'its own license condition', cell: ({ host }) => CONDITION_NAMES[host.condition] },
    count: {
      meaning: 'CMID records that it holds',
      cell: ({ simulation, host }) => simulation.estate.hosts.count(host),
    },
    capacity: {
      meaning: 'CMID records that it keeps at most; 0 before the first request',
      cell: ({ simulation, host }) => simulation.estate.hosts.capacity(host),
    },
    requests: {
      meaning: 'requests that reached it that day',
      cell: ({ host, before }) => host.requests - before.requests,
    },
    activations: {
      meaning: 'of these, clients that passed into Licensed',
      cell: ({ host, before }) => host.activations - before.activations,
    },
    renewals: {
      meaning: 'of these, clients that renewed',
      cell: ({ host, before }) => host.renewals - before.renewals,
    },
    refusals: {
      meaning: 'of these, refused: the host is not activated, or its key or system cannot serve the client',
      cell: ({ host, before }) => host.refusals - before.refusals,
    },
  },
};
