import { CAMPAIGN_OPTIONS } from '../shared/campaign/options.ts';
import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';

const COMMON = commonOptionsHiding(['seed', 'set', 'no-charts']);

/** The options of `vasim grade`, as help shows them. */
export const GRADE_OPTIONS = {
  ...COMMON,
  out: { ...COMMON.out, describe: 'folder for grades.csv and goals.csv; out/grade-NAME by default' },
  secret: {
    type: 'string',
    requiresArg: true,
    recorded: false,
    describe:
      "TEXT that the seeds are drawn from, for grading; the exercise's own seed by default, which students know",
  },
  workers: CAMPAIGN_OPTIONS.workers,
} as const satisfies OptionTable;

/** The arguments of `vasim grade`. */
export type GradeArguments = ArgumentsOf<typeof GRADE_OPTIONS, { EXERCISE: string; ANSWER?: string[] }>;
