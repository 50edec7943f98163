import { CAMPAIGN_OPTIONS } from '../shared/campaign/options.ts';
import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { COMMON_OPTIONS } from '../shared/common-options.ts';
import { REPORT_OPTIONS } from '../shared/report-options.ts';

/** The options of `vasim compare`, as help shows them. */
export const COMPARE_OPTIONS = {
  ...COMMON_OPTIONS,
  out: { ...COMMON_OPTIONS.out, describe: 'folder for the results; out/compare-NAME-NAME by default' },
  replications: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'number of replications of each design; 30 by default',
  },
  primary: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe:
      'the figure that carries the verdict; the share of replications with any machine in Notification by default',
  },
  'more-than': {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'machines in Notification that are many; a tenth of all by default',
  },
  'all-figures': {
    type: 'boolean',
    recorded: true,
    describe: 'also the figures of each group, host and key, not only of the whole estate',
  },
  precision: {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe:
      'such as 5%: go on until the confidence interval of a figure is that narrow, relative to its mean',
  },
  'precision-figure': {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'the figure that --precision is about; machines.everNotification by default',
  },
  'max-replications': {
    type: 'string',
    requiresArg: true,
    recorded: true,
    describe: 'the maximum for --precision; 1000 by default',
  },
  ...CAMPAIGN_OPTIONS,
  ...REPORT_OPTIONS,
} as const satisfies OptionTable;

/** The arguments of `vasim compare`. */
export type CompareArguments = ArgumentsOf<typeof COMPARE_OPTIONS, { FILE: string[] }>;
