import type { ArgumentsOf } from '../command.ts';
import { commonOptionsHiding } from '../common-options.ts';

/** The options of `vasim import`, as help shows them. */
export const IMPORT_OPTIONS = {
  ...commonOptionsHiding(['out', 'seed', 'set', 'no-charts']),
  map: {
    type: 'string',
    array: true,
    nargs: 1,
    describe:
      'COLUMN=FIELD: what a column of a CSV file says: name, os, service-pack, version, site, ou, virtual, model or manufacturer; repeatable',
  },
} as const;

/** The options and words of `vasim import`, as they were given. */
export type ImportArguments = ArgumentsOf<typeof IMPORT_OPTIONS, { FILE: string }>;
