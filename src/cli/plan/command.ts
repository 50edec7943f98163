import type { Command } from '../shared/command.ts';
import { PLAN_OPTIONS, type PlanArguments } from './options.ts';

/** `vasim plan`. */
export const planCommand: Command<PlanArguments> = {
  usage: 'plan <FILE>',
  summary: "fill in the Planning Guide's worksheets without simulating",
  description:
    'Follows the five steps of the Volume Activation Planning Guide for a design: who finds and reaches which KMS host, Table 1 for each network, Table 2 with every computer, the keys to order, and what to monitor; then the warnings. Nothing is simulated. The plan goes to standard output and, with a CSV file for each worksheet, to out/plan-NAME.',
  positionals: { FILE: 'the scenario: YAML or JSON; - reads standard input' },
  options: PLAN_OPTIONS,
  examples: [
    ['$0 plan branch.yaml', 'the plan; its worksheets go to out/plan-branch'],
    ['$0 plan branch.yaml --design guide', 'of one of its designs'],
    ['$0 plan branch.yaml --strict --quiet', 'for a script: exit status 4 when there are warnings'],
  ],
  async perform(args, host) {
    const { planScenario } = await import('./perform.ts');
    return planScenario(args, host);
  },
};
