import type { Command } from '../shared/command.ts';
import { VALIDATE_OPTIONS, type ValidateArguments } from './options.ts';

/** `vasim validate`. */
export const validateCommand: Command<ValidateArguments> = {
  usage: 'validate <FILE..>',
  summary: 'check scenarios without running them',
  description:
    'Checks scenario files and shows every error with its place, and warnings of designs that are valid and will hurt. Each file without errors gets a line on standard output. Warnings that `accept` in the scenario names are counted only; `vasim explain WARNING` explains one.',
  positionals: { FILE: 'the scenarios: YAML or JSON; - reads standard input' },
  options: VALIDATE_OPTIONS,
  examples: [
    ['$0 validate scenarios/*.yaml', 'check many at once'],
    ['$0 validate late.yaml --strict', 'for a script: exit status 4 when there are warnings'],
    ['$0 validate late.yaml --resolved', 'see what `extends` makes of it'],
  ],
  async perform(args, host) {
    const { validateScenarios } = await import('./perform.ts');
    return validateScenarios(args, host);
  },
};
