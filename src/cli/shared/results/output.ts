import { resolve } from 'node:path';
import type { Messages } from '../messages.ts';
import type { ProcessHost } from '../process-host.ts';
import { writeTextFile } from './write-text.ts';

/** `--out` of commands whose result is one text; in PowerShell `>` would write UTF-16. */
export const OUT_FILE_OPTION = {
  type: 'string',
  requiresArg: true,
  recorded: false,
  hidden: false,
  describe: 'FILE to write to, instead of standard output',
} as const;

/**
 * Writes a command's result to standard output, or to the file that `--out` names.
 *
 * @throws CommandLineError when the file cannot be written
 */
export function writeOutput(
  text: string,
  out: string | undefined,
  host: ProcessHost,
  messages: Messages,
): void {
  if (out === undefined) {
    host.stdout.write(text);
    return;
  }
  writeTextFile(resolve(host.currentFolder, out), out, text);
  messages.info(`Written to ${out}`);
}
