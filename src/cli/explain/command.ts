import type { Command } from '../shared/command.ts';
import { EXPLAIN_OPTIONS, type ExplainArguments } from './options.ts';

/** `vasim explain`. */
export const explainCommand: Command<ExplainArguments> = {
  usage: 'explain <FILE> [SUBJECT]',
  summary: 'say why something is as it is in a run, and what would have changed it',
  description:
    'Repeats the run of a scenario with the same seed, follows a machine, group, host, network or key, and says why it is as it is: what led there, which causes it would not have happened without, and which remedies help. Each line of it is simulated. Without a SUBJECT the worst that happened is explained. In place of a file, a word can be given: the name of a warning, a code that Windows logs, a license condition or a rule of `policy`.',
  positionals: {
    FILE: 'the scenario: YAML or JSON; - reads standard input; or a word',
    SUBJECT: 'the machine, group, host, network or key',
  },
  options: EXPLAIN_OPTIONS,
  examples: [
    ['$0 explain branch.yaml', 'the worst that happened'],
    ['$0 explain branch.yaml desktops-0003', 'why a machine is in Notification'],
    ['$0 explain branch.yaml kms-1 --at "120 d"', 'a KMS host at a moment'],
    ['$0 explain 0xC004F038', 'what a code means'],
    ['$0 explain count-spread-thin', 'what a warning means'],
  ],
  async perform(args, host) {
    const { explainScenario } = await import('./perform.ts');
    return explainScenario(args, host);
  },
};
