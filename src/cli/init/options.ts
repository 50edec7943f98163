import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';

/** The options of `vasim init`, as help shows them. */
export const INIT_OPTIONS = {
  ...commonOptionsHiding(['out', 'seed', 'set', 'json', 'no-charts']),
} as const satisfies OptionTable;

/** The arguments of `vasim init`. */
export type InitArguments = ArgumentsOf<typeof INIT_OPTIONS, { TEMPLATE?: string }>;
