import { script } from '@bomb.sh/tab';
import { suggestion } from '../../text/nearest.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { type CompletionArguments, SHELLS } from './options.ts';
import { printedBy } from './printed-by.ts';

const PROGRAM = 'vasim';

/**
 * Performs `vasim completion`.
 *
 * @throws UsageError for a shell that is not known
 */
export async function printCompletionScript(
  { SHELL }: CompletionArguments,
  host: ProcessHost,
): Promise<ExitCode> {
  const shell = SHELL.toLowerCase();
  if (!SHELLS.some((known) => known === shell))
    throw new UsageError(`no completion for the shell ${SHELL}${suggestion(shell, SHELLS)}`);
  host.stdout.write(printedBy(() => script(shell, PROGRAM, PROGRAM)));
  return EXIT.done;
}
