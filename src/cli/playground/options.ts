import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';

const COMMON = commonOptionsHiding(['seed', 'set', 'json', 'no-charts']);

/** The options of `vasim playground`, as help shows them. */
export const PLAYGROUND_OPTIONS = {
  ...COMMON,
  out: { ...COMMON.out, describe: 'FILE.html to write, or a folder for the page; out/playground by default' },
} as const satisfies OptionTable;

/** The arguments of `vasim playground`. */
export type PlaygroundArguments = ArgumentsOf<typeof PLAYGROUND_OPTIONS, { FILE?: string[] }>;
