import type { ArgumentsOf, OptionTable } from '../shared/command.ts';
import { commonOptionsHiding } from '../shared/common-options.ts';

/** The first argument with which the scripts ask for completions; `--` and the words typed follow. */
export const COMPLETE = 'complete';

/** Shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** The options of `vasim completion`, as help shows them. */
export const COMPLETION_OPTIONS = {
  ...commonOptionsHiding(['out', 'seed', 'set', 'json', 'quiet', 'no-color', 'no-charts']),
} as const satisfies OptionTable;

/** The arguments of `vasim completion`. */
export type CompletionArguments = ArgumentsOf<typeof COMPLETION_OPTIONS, { SHELL: string }>;
