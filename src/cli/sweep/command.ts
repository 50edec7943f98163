import type { Command } from '../shared/command.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { SWEEP_OPTIONS, type SweepArguments } from './options.ts';

/** `vasim sweep`. */
export const sweepCommand: Command<SweepArguments> = {
  usage: 'sweep <FILE>',
  summary: 'vary one or two settings and find where the outcome changes',
  description:
    'With --vary, runs the scenario at every point of a grid over one or two settings, many times each with the same random numbers, and draws a figure over the grid. With --tolerance instead, finds which outages of something bring a machine to Notification or Unlicensed, or keep it there, at a time at which it would not be there without: of every length up to the longest interval of the estate and 30 days more, and of every tenth length beyond, up to a year. They begin at --start, or on the first day of each month of a year at its worst hour. Longer outages need not be worse, so all harmful lengths are listed.',
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
    requireThread(host);
    const { sweepScenario } = await import('./perform.ts');
    return sweepScenario(args, host);
  },
};
