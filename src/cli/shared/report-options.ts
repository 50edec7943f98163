import type { OptionTable } from './command.ts';

/** The options of commands that leave a page. */
export const REPORT_OPTIONS = {
  'no-report': { type: 'boolean', recorded: true, describe: 'leave out report.html' },
} as const satisfies OptionTable;
