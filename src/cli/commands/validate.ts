import type { Command } from '../command.ts';
import { VALIDATE_OPTIONS, type ValidateArguments } from './validate-options.ts';

/** `vasim validate`. */
export const validateCommand: Command<ValidateArguments> = {
  usage: 'validate <FILE..>',
  summary: 'check scenarios without running them',
  description:
    'Checks scenario files and shows every error with its place. Each good file gets a line on standard output.',
  words: { FILE: 'the scenarios: YAML or JSON; - reads standard input' },
  options: VALIDATE_OPTIONS,
  examples: [
    ['$0 validate scenarios/*.yaml', 'check many at once'],
    ['$0 validate late.yaml --resolved', 'see what `extends` makes of it'],
  ],
  async perform(args, outside) {
    const { validateScenarios } = await import('../validate-scenarios.ts');
    return validateScenarios(args, outside);
  },
};
