import type { OptionTable } from './command.ts';

/** Options that every command takes, in the order in which help shows them. */
export const COMMON_OPTIONS = {
  out: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe: "folder for the results; out/NAME by default, NAME the file's name without its extension",
  },
  seed: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: "number or text in place of the scenario's seed",
  },
  set: {
    type: 'string',
    array: true,
    nargs: 1,
    recorded: true,
    describe: 'PATH=VALUE: changes a value of the scenario, such as machines.desktops.count=24; repeatable',
  },
  json: { type: 'boolean', recorded: false, describe: 'write the result as JSON on standard output' },
  quiet: { type: 'boolean', recorded: false, describe: 'no progress and no summary; errors still show' },
  'no-color': {
    type: 'boolean',
    recorded: false,
    describe: 'no color in messages (also: NO_COLOR; FORCE_COLOR=1 for color anywhere)',
  },
  'no-charts': { type: 'boolean', recorded: true, describe: 'draw no PNG charts' },
} as const satisfies OptionTable;

type CommonOption = keyof typeof COMMON_OPTIONS;

/** The common options of a command for which some have no meaning: those are taken, but not shown in its help. */
export function commonOptionsHiding(hidden: readonly CommonOption[]): typeof COMMON_OPTIONS {
  const table = Object.entries(COMMON_OPTIONS).map(([name, option]) => {
    return [name, { ...option, hidden: (hidden as readonly string[]).includes(name) }];
  });
  return Object.fromEntries(table) as typeof COMMON_OPTIONS;
}
