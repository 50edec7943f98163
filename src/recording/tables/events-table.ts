import type { Minute } from '../../engine/time.ts';
import { formatCode } from '../../model/definitions/codes.ts';
import { CONDITION_NAMES, type Condition } from '../../model/definitions/conditions.ts';
import { MINUTE, TIME } from './column-words.ts';
import type { RowCell, TableDefinition, WrittenCell } from './tables.ts';

/** An event and its circumstances; what does not apply is left out or -1. */
export interface RecordedEvent {
  readonly minute: Minute;
  /** The minute as local date and time. */
  readonly time: WrittenCell;
  readonly event: string;
  readonly subject: RowCell;
  readonly group?: string;
  readonly network?: string;
  readonly host?: string;
  readonly count?: number;
  readonly condition?: Condition;
  readonly previous?: Condition | -1;
  readonly code?: number;
  readonly detail: string;
}

/** `events.csv`. */
export const EVENTS_TABLE: TableDefinition<RecordedEvent> = {
  row: 'a thing that happened',
  columns: {
    minute: { meaning: MINUTE, cell: ({ minute }) => minute },
    time: { meaning: TIME, cell: ({ time }) => time },
    event: { meaning: 'what happened', cell: ({ event }) => event },
    subject: {
      meaning: 'the machine, host, zone, network, link or key that it happened to',
      cell: ({ subject }) => subject,
    },
    group: { meaning: 'group of the machine', cell: ({ group }) => group ?? '' },
    network: { meaning: 'network of the machine or host', cell: ({ network }) => network ?? '' },
    host: { meaning: 'KMS host that a machine asked', cell: ({ host }) => host ?? '' },
    count: {
      meaning: 'count that the host answered with, or that passed a threshold',
      cell: ({ count }) => (count === undefined || count < 0 ? '' : count),
    },
    condition: {
      meaning: 'license condition afterwards; of Office in its events',
      cell: ({ condition }) => conditionCell(condition),
    },
    previous: { meaning: 'license condition before', cell: ({ previous }) => conditionCell(previous) },
    code: {
      meaning: 'code that Windows would log',
      cell: ({ code }) => (code === undefined ? '' : formatCode(code)),
    },
    detail: {
      meaning: 'the zone, service, channel, threshold or version of Office concerned',
      cell: ({ detail }) => detail,
    },
  },
};

function conditionCell(condition: Condition | -1 | undefined): string {
  return condition === undefined || condition === -1 ? '' : CONDITION_NAMES[condition];
}
