import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';
import { DESIGN_OPTION } from '../shared/input/choose-design.ts';
import { IMPROVE_OPTIONS } from './improve-options.ts';

/** The options of `vasim plan`, as help shows them. */
export const PLAN_OPTIONS = {
  ...commonOptionsHiding(['no-charts']),
  design: DESIGN_OPTION,
  strict: {
    type: 'boolean',
    recorded: false,
    describe: 'end with exit status 4 when there are warnings',
  },
  ...IMPROVE_OPTIONS,
} as const satisfies OptionTable;

/** The arguments of `vasim plan`. */
export type PlanArguments = ArgumentsOf<typeof PLAN_OPTIONS, { FILE: string }>;
