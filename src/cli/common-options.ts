import type { OptionTable } from './command.ts';

/** Options that every command takes, in the order in which help shows them. */
export const COMMON_OPTIONS = {
  out: {
    type: 'string',
    requiresArg: true,
    describe: "folder for the results; out/NAME by default, NAME the file's name without its ending",
  },
  seed: { type: 'string', requiresArg: true, describe: "number or text in place of the scenario's seed" },
  set: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'PATH=VALUE: changes a value of the scenario, such as machines.desktops.count=24; repeatable',
  },
  json: { type: 'boolean', describe: 'write the result as JSON on standard output' },
  quiet: { type: 'boolean', describe: 'no progress and no closing words; errors still show' },
  'no-color': { type: 'boolean', describe: 'no color in messages (also: NO_COLOR)' },
  'no-charts': { type: 'boolean', describe: 'draw no PNG charts' },
} as const satisfies OptionTable;

type CommonOption = keyof typeof COMMON_OPTIONS;

/** The common options of a command for which some have no meaning: those are taken, but not shown in its help. */
export function commonOptionsHiding(hidden: readonly CommonOption[]): typeof COMMON_OPTIONS {
  const table = Object.entries(COMMON_OPTIONS).map(([name, option]) => {
    return [name, { ...option, hidden: (hidden as readonly string[]).includes(name) }];
  });
  return Object.fromEntries(table) as typeof COMMON_OPTIONS;
}
