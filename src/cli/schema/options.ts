import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { COMMON_OPTIONS, commonOptionsHiding } from '../shared/common-options.ts';
import { OUT_FILE_OPTION } from '../shared/results/output.ts';

/** The options of `vasim schema`, as help shows them. */
export const SCHEMA_OPTIONS = {
  ...commonOptionsHiding(['seed', 'set', 'json', 'no-color', 'no-charts']),
  out: OUT_FILE_OPTION,
  quiet: COMMON_OPTIONS.quiet,
  markdown: {
    type: 'boolean',
    recorded: false,
    describe: 'print a reference for people, in Markdown, instead',
  },
} as const satisfies OptionTable;

/** The arguments of `vasim schema`. */
export type SchemaArguments = ArgumentsOf<typeof SCHEMA_OPTIONS, { FILE?: string }>;
