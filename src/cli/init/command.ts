import { TEMPLATE_NAMES, TEMPLATES } from '../../advice/templates/templates.ts';
import type { Command } from '../shared/command.ts';
import { INIT_OPTIONS, type InitArguments } from './options.ts';

/** `vasim init`. */
export const initCommand: Command<InitArguments> = {
  usage: 'init [TEMPLATE]',
  summary: 'write a commented scenario to begin with',
  description: `Writes TEMPLATE.yaml into the current folder, and scenario.schema.json beside it, with which editors complete and check it. Nothing is overwritten. Templates:\n\n${TEMPLATE_NAMES.map((name) => `  ${name.padEnd(15)} ${TEMPLATES[name].about}`).join('\n')}`,
  positionals: { TEMPLATE: TEMPLATE_NAMES.join(', ') },
  options: INIT_OPTIONS,
  examples: [
    ['$0 init', 'core.yaml, a core network'],
    ['$0 init branch-offices', 'branch-offices.yaml'],
  ],
  async perform(args, host) {
    const { initScenario } = await import('./perform.ts');
    return initScenario(args, host);
  },
};
