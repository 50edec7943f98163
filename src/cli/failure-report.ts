import { RunFolderError } from '../recording/folder/folder-error.ts';
import { CommandLineError } from './command-line-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Interrupted } from './interruption.ts';
import { printable } from './messages.ts';
import type { Outside } from './outside.ts';
import { readVersion } from './version.ts';

/**
 * Tells on standard error what went wrong.
 *
 * @returns the exit status that says so
 */
export function reportFailure(error: unknown, outside: Outside): ExitCode {
  const { errors } = outside;
  if (error instanceof Interrupted) {
    errors.write('vasim: interrupted\n');
    return EXIT.interrupted;
  }
  if (error instanceof CommandLineError) {
    const help = error.helpOf === null ? '' : `See \`${error.helpOf} --help\`.\n`;
    errors.write(`vasim: ${printable(error.message)}\n${help}`);
    return EXIT.wrongCommandLine;
  }
  if (error instanceof RunFolderError) {
    errors.write(`vasim: ${printable(error.message)}\n`);
    return EXIT.wrongCommandLine;
  }
  errors.write(printable(describeFault(error, outside)));
  return EXIT.fault;
}

function describeFault(error: unknown, { words, runtime }: Outside): string {
  return [
    'vasim: this is a fault of vasim, not of your scenario. Please report it, with these lines and the scenario:',
    `  vasim ${readVersion()}, ${runtime}`,
    `  command: vasim ${words.join(' ')}`,
    ...causesOf(error)
      .map(traceOf)
      .join('\ncaused by: ')
      .split('\n')
      .map((line) => `  ${line}`),
    '',
  ].join('\n');
}

/** The error, what caused it, and so on to the root. */
function causesOf(error: unknown): unknown[] {
  const causes = new Set<unknown>([error]);
  for (const each of causes) if (each instanceof Error && each.cause !== undefined) causes.add(each.cause);
  return [...causes];
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : String(error);
}
