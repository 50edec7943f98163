import type { Command } from '../command.ts';
import { SWEEP_OPTIONS, type SweepArguments } from './sweep-options.ts';

export const sweepCommand: Command<SweepArguments> = {
  usage: 'sweep <FILE>',
  summary: 'vary one or two settings and tell where the answer tips',
  description:
    'With --vary, runs the scenario at every point of a grid over one or two settings, many times each with the same random numbers, and draws a figure over the grid. With --tolerance instead, finds how long something may be down, from the first day of each month of a year on, before the first machine reaches Notification or Unlicensed that otherwise would not have. The length is found by trying some lengths and halving the gap in front of the first that harms: that relies on longer outages being worse. Where a longer one of those tried does no harm, the result says so.',
  words: { FILE: 'the scenario: YAML or JSON; - reads standard input' },
  options: SWEEP_OPTIONS,
  examples: [
    ['$0 sweep site.yaml --vary machines.desks.count=20..30', 'how many does a host need?'],
    [
      '$0 sweep site.yaml --vary "policy.renewalInterval=1 d..14 d" --vary machines.desks.count=25,50',
      'a heat map',
    ],
    ['$0 sweep site.yaml --tolerance wan', 'how long may the link be down?'],
  ],
  async perform(args, outside) {
    const { sweepScenario } = await import('../sweep/sweep-scenario.ts');
    return sweepScenario(args, outside);
  },
};
