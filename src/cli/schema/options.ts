import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';

/** The options of `vasim schema`, as help shows them. */
export const SCHEMA_OPTIONS = {
  ...commonOptionsHiding(['out', 'seed', 'set', 'json', 'quiet', 'no-color', 'no-charts']),
  markdown: {
    type: 'boolean',
    recorded: false,
    describe: 'print a reference for people, in Markdown, instead',
  },
} as const satisfies OptionTable;

/** The arguments of `vasim schema`. */
export type SchemaArguments = ArgumentsOf<typeof SCHEMA_OPTIONS>;
