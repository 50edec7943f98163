import type { Command } from '../shared/command.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { PLAN_OPTIONS, type PlanArguments } from './options.ts';

/** `vasim plan`. */
export const planCommand: Command<PlanArguments> = {
  usage: 'plan <FILE>',
  summary: "fill in the Planning Guide's worksheets; --improve finds a better design",
  description:
    "Follows the five steps of the Volume Activation Planning Guide for a design: who finds and reaches which KMS host, Table 1 for each network, Table 2 with every computer, the keys to order, and what to monitor; then the warnings. Nothing is simulated. The plan goes to standard output and, with a CSV file for each worksheet, to out/plan-NAME. With --improve it looks for a better design and proves it: changes by Table 1 (KMS hosts added or taken away, zones, links, MAK, MAK proxy, pools), each design simulated on common random numbers; sought is the cheapest (by `cost`, else the fewest hosts, then activations) whose chance of any machine in Notification is below --risk with 95 % confidence; systems without a grace, from Windows 8 on, begin in Notification, and their wait for a license does not count up to 7 days. Designs are taken by what they take at least; 10 replications screen out clear losers, the others are proved by a sequential test (a mixture likelihood ratio with Ville's inequality, at parts 1/2, 1/6, 1/12 ... of the level), and costs are compared by the sequential procedure of Kim and Nelson (2001). It ends with a `designs:` block to paste, and with exit status 4 when no design is proved.",
  positionals: { FILE: 'the scenario: YAML or JSON; - reads standard input' },
  options: PLAN_OPTIONS,
  examples: [
    ['$0 plan branch.yaml', 'the plan; its worksheets go to out/plan-branch'],
    ['$0 plan branch.yaml --design guide', 'of one of its designs'],
    ['$0 plan branch.yaml --improve --risk 1%', 'a better design, proved; out/plan-branch-improve'],
    ['$0 plan branch.yaml --strict --quiet', 'for a script: exit status 4 when there are warnings'],
  ],
  async perform(args, host) {
    if (args.improve === true) requireThread(host);
    const { planScenario } = await import('./perform.ts');
    return planScenario(args, host);
  },
};
