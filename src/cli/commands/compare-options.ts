import { CAMPAIGN_OPTIONS } from '../campaign/options.ts';
import type { ArgumentsOf } from '../command.ts';
import { COMMON_OPTIONS } from '../common-options.ts';

/** The options of `vasim compare`, as help shows them. */
export const COMPARE_OPTIONS = {
  ...COMMON_OPTIONS,
  out: { ...COMMON_OPTIONS.out, describe: 'folder for the results; out/compare-NAME-NAME by default' },
  replications: {
    type: 'string',
    requiresArg: true,
    describe: 'how often each design is run; 30 by default',
  },
  precision: {
    type: 'string',
    requiresArg: true,
    describe: 'such as 5%: go on until the interval of a figure is that narrow, in share of its mean',
  },
  'precision-figure': {
    type: 'string',
    requiresArg: true,
    describe: 'the figure that --precision is about; machines.everNotification by default',
  },
  'max-replications': {
    type: 'string',
    requiresArg: true,
    describe: 'where --precision gives up; 1000 by default',
  },
  ...CAMPAIGN_OPTIONS,
} as const;

/** The options and words of `vasim compare`, as they were given. */
export type CompareArguments = ArgumentsOf<typeof COMPARE_OPTIONS, { FILE: string[] }>;
