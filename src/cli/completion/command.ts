import type { Command } from '../shared/command.ts';
import { COMPLETION_OPTIONS, type CompletionArguments, SHELLS } from './options.ts';

/** `vasim completion`. */
export const completionCommand: Command<CompletionArguments> = {
  usage: 'completion <SHELL>',
  summary: 'print a script with which a shell completes vasim command lines',
  description: `Prints a script for ${SHELLS.join(', ')}. With it the Tab key completes commands, options and their values, scenario files, the words that can be explained, and the names inside a scenario: \`vasim explain branch.yaml kms-\` and Tab.`,
  positionals: { SHELL: SHELLS.join(', ') },
  options: COMPLETION_OPTIONS,
  examples: [
    ['source <($0 completion bash)', 'in ~/.bashrc; so for zsh'],
    ['$0 completion fish > ~/.config/fish/completions/vasim.fish', 'for fish'],
    ['$0 completion powershell | Out-String | Invoke-Expression', 'in $PROFILE'],
  ],
  async perform(args, host) {
    const { printCompletionScript } = await import('./perform.ts');
    return printCompletionScript(args, host);
  },
};
