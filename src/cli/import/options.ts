import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';

/** The options of `vasim import`, as help shows them. */
export const IMPORT_OPTIONS = {
  ...commonOptionsHiding(['out', 'seed', 'set', 'no-charts']),
  map: {
    type: 'string',
    array: true,
    nargs: 1,
    recorded: false,
    describe:
      'COLUMN=FIELD: what a column of a CSV file says: name, os, service-pack, version, site, ou, virtual, model or manufacturer; repeatable',
  },
} as const satisfies OptionTable;

/** The arguments of `vasim import`. */
export type ImportArguments = ArgumentsOf<typeof IMPORT_OPTIONS, { FILE: string }>;
