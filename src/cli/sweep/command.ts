import type { Command } from '../shared/command.ts';
import { SWEEP_OPTIONS, type SweepArguments } from './options.ts';

/** `vasim sweep`. */
export const sweepCommand: Command<SweepArguments> = {
  usage: 'sweep <FILE>',
  summary: 'vary one or two settings and find where the outcome changes',
  description:
    'With --vary, runs the scenario at every point of a grid over one or two settings, many times each with the same random numbers, and draws a figure over the grid. With --tolerance instead, finds how long something may be down, from the first day of each month of a year on, before the first machine reaches Notification or Unlicensed because of the outage. It tries several lengths and then bisects below the shortest that does harm, which assumes that longer outages are worse. Where a longer one of those tried does no harm, the result says so.',
  positionals: { FILE: 'the scenario: YAML or JSON; - reads standard input' },
  options: SWEEP_OPTIONS,
  examples: [
    ['$0 sweep site.yaml --vary machines.desks.count=20..30', 'how many does a host need?'],
    [
      '$0 sweep site.yaml --vary "policy.renewalInterval=1 d..14 d" --vary machines.desks.count=25,50',
      'a heat map',
    ],
    ['$0 sweep site.yaml --tolerance wan', 'how long may the link be down?'],
  ],
  async perform(args, host) {
    const { sweepScenario } = await import('./perform.ts');
    return sweepScenario(args, host);
  },
};
