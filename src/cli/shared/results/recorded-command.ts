import { isAbsolute } from 'node:path';
import type { OptionTable } from '../command.ts';
import { fileNameOf } from '../input/load-scenario.ts';
import { STANDARD_INPUT } from '../input/operands.ts';

/**
 * The command line that a manifest records: the command, its files as typed (of an absolute path, which
 * is another on every computer, the name), and the options that decide
 * results, flags last. Where results go and how they are shown is left out: the same run has the same words on
 * every computer, and shards that are merged have those of a run in one place.
 *
 * @param options the command's, of which those are taken that are `recorded`
 * @param args the options' values; an option that has its default is left out
 */
export function recordedCommand(
  command: string,
  files: readonly string[],
  options: OptionTable,
  args: Readonly<Record<string, unknown>>,
): string[] {
  const values: string[] = [];
  const flags: string[] = [];
  for (const [name, option] of Object.entries(options)) {
    const value = args[name];
    if (!option.recorded || value === undefined || value === option.default) continue;
    if (option.type !== 'boolean') for (const each of [value].flat()) values.push(`--${name}`, String(each));
    else if (value === true) flags.push(`--${name}`);
  }
  return [
    'vasim',
    command,
    ...files.map((file) => (isAbsolute(file) || file === STANDARD_INPUT ? fileNameOf(file) : file)),
    ...values,
    ...flags,
  ];
}
