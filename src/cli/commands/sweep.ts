import type { ArgumentsOf, Command } from '../command.ts';
import { COMMON_OPTIONS } from '../common-options.ts';

const OPTIONS = {
  ...COMMON_OPTIONS,
  out: { ...COMMON_OPTIONS.out, describe: 'folder for the results; out/sweep-NAME by default' },
  vary: {
    type: 'string',
    array: true,
    nargs: 1,
    describe:
      'PATH=FROM..TO, PATH=FROM..TO..STEP or PATH=VALUE,VALUE: a setting, as for --set; once or twice',
  },
  figure: {
    type: 'string',
    requiresArg: true,
    describe: 'the figure that is charted and told of; machines.everNotification by default',
  },
  tolerance: {
    type: 'string',
    requiresArg: true,
    describe: 'NAME of a link, host, zone or network, `microsoft` or `internet`: how long may it be down?',
  },
  resolution: {
    type: 'string',
    requiresArg: true,
    describe: 'how exactly --tolerance is told, such as "12 h"; "1 d" by default',
  },
  replications: {
    type: 'string',
    requiresArg: true,
    describe: 'how often each point is run; 30 by default, 1 with --tolerance',
  },
  workers: {
    type: 'string',
    requiresArg: true,
    describe: 'how many run at the same time, whatever the results; all cores by default',
  },
  shard: {
    type: 'string',
    requiresArg: true,
    describe: 'I/N, such as 3/16: run only that part of the replications; `vasim merge` joins the parts',
  },
  fresh: { type: 'boolean', describe: 'forget the replications that earlier runs have kept' },
} as const;

/** The options and words of `vasim sweep`. */
export type SweepArguments = ArgumentsOf<typeof OPTIONS, { FILE: string }>;

export const sweepCommand: Command<SweepArguments> = {
  usage: 'sweep <FILE>',
  summary: 'vary one or two settings and tell where the answer tips',
  description:
    'With --vary, runs the scenario at every point of a grid over one or two settings, many times each with the same random numbers, and draws a figure over the grid. With --tolerance instead, finds how long something may be down, from the first day of each month of a year on, before the first machine reaches Notification or Unlicensed that otherwise would not have. The length is found by trying some lengths and halving the gap in front of the first that harms: that relies on longer outages being worse. Where a longer one of those tried does no harm, the result says so.',
  words: { FILE: 'the scenario: YAML or JSON; - reads standard input' },
  options: OPTIONS,
  examples: [
    ['$0 sweep site.yaml --vary machines.desks.count=20..30', 'how many does a host need?'],
    [
      '$0 sweep site.yaml --vary "policy.renewalInterval=1 d..14 d" --vary machines.desks.count=25,50',
      'a heat map',
    ],
    ['$0 sweep site.yaml --tolerance wan', 'how long may the link be down?'],
  ],
  async perform(args, outside) {
    const { sweepScenario } = await import('../sweep-scenario.ts');
    return sweepScenario(args, outside);
  },
};
