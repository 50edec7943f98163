import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { COMMON_OPTIONS, commonOptionsHiding } from '../shared/common-options.ts';

/** The options of `vasim import`, as help shows them. */
export const IMPORT_OPTIONS = {
  ...commonOptionsHiding(['seed', 'set', 'no-charts']),
  out: {
    ...COMMON_OPTIONS.out,
    describe: 'file for the scenario, which replaces no other; standard output by default',
  },
  map: {
    type: 'string',
    array: true,
    nargs: 1,
    recorded: false,
    describe:
      'COLUMN=FIELD: what a column of a table says: name, os, service-pack, version, site, ou, virtual, model, enabled, last-seen and more; repeatable',
  },
  'site-from': {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe: 'COLUMN whose values are the sites: a network each; the same as --map COLUMN=site',
  },
  assume: {
    type: 'string',
    array: true,
    nargs: 1,
    recorded: false,
    describe:
      'SYSTEM=EDITION where nothing says the edition, such as vista=vista-business,server=server-2008-standard; repeatable',
  },
  stale: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe:
      'leave out computers not seen for this long before the newest date of their file, such as "90 d" (the default)',
  },
  check: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe: 'LOG of KMS requests: run the scenario FILE and compare its log with this real one',
  },
  encoding: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe:
      'what files without byte order mark are written in, such as windows-1252, cp850 (of a console) or shift_jis; found out by default',
  },
  'keep-stale': {
    type: 'boolean',
    recorded: false,
    describe: 'keep disabled and long silent computers',
  },
} as const satisfies OptionTable;

/** The arguments of `vasim import`. */
export type ImportArguments = ArgumentsOf<typeof IMPORT_OPTIONS, { FILE: string[] }>;
