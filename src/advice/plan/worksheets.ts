import type { Plan } from './plan.ts';
import { shownRows } from './table-2.ts';

/** A cell of a worksheet; an empty string is a cell without a value. */
export type WorksheetCell = string | number;

/** A table of a plan as a CSV file has it. */
export interface Worksheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly WorksheetCell[])[];
}

/** The CSV files of a plan by name: their columns, and what is in each. */
export const WORKSHEETS = {
  'reach.csv': {
    columns: ['network', 'host', 'discovers', 'reaches', 'served', 'reason'],
    rows: ({ reach }) =>
      reach.map(({ network, host, discovers, reaches, served, reason }) => [
        network,
        host,
        yesNo(discovers),
        yesNo(reaches),
        yesNo(served),
        plain(reason),
      ]),
  },
  'table-1.csv': {
    columns: [
      'network',
      'kind',
      'computers',
      'physical',
      'threshold',
      'threshold_met',
      'recommended',
      'design',
    ],
    rows: ({ table1 }) =>
      table1.map((row) => [
        row.network,
        row.kind,
        row.computers,
        row.physical,
        row.threshold,
        yesNo(row.thresholdMet),
        row.recommended,
        row.design,
      ]),
  },
  'table-2.csv': {
    columns: ['row', 'computers'],
    rows: ({ table2 }) => shownRows(table2).map(({ row, computers }) => [row, computers]),
  },
  'keys.csv': {
    columns: [
      'key',
      'type',
      'group',
      'group_needed',
      'hosts',
      'activations_needed',
      'activations_ordered',
      'activations_advised',
    ],
    rows: ({ keys }) =>
      keys.map((row) => [
        row.key,
        row.type,
        row.group,
        row.groupNeeded ?? '',
        row.hosts ?? '',
        row.activationsNeeded,
        row.activationsOrdered,
        row.activationsAdvised,
      ]),
  },
} as const satisfies Record<
  string,
  { readonly columns: readonly string[]; readonly rows: (plan: Plan) => WorksheetCell[][] }
>;

export type WorksheetName = keyof typeof WORKSHEETS;

/** A worksheet of a plan. */
export function worksheet(name: WorksheetName, plan: Plan): Worksheet {
  const { columns, rows } = WORKSHEETS[name];
  return { columns, rows: rows(plan) };
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

/** Without the marks around names, which only texts need. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
