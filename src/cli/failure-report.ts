import { RunFolderError } from '../recording/folder/folder-error.ts';
import { MAX_MESSAGE } from '../text/diagnostics.ts';
import { clipMiddle, escapeInvisible } from '../text/visible-text.ts';
import { CommandLineError, UsageError } from './shared/command-line-error.ts';
import { EXIT, type ExitCode } from './shared/exit-codes.ts';
import { Interrupted } from './shared/interruption.ts';
import type { ProcessHost } from './shared/process-host.ts';
import { readVersion } from './shared/version.ts';

/**
 * Reports on standard error what went wrong.
 *
 * @param command what the help that is pointed to is of, such as `vasim run`
 * @returns the exit status for it
 */
export function reportFailure(error: unknown, command: string, host: ProcessHost): ExitCode {
  const { stderr } = host;
  if (error instanceof Interrupted) {
    stderr.write('vasim: interrupted\n');
    return EXIT.interrupted;
  }
  if (error instanceof CommandLineError) {
    const help = error instanceof UsageError ? `See \`${command} --help\`.\n` : '';
    stderr.write(`vasim: ${shown(error.message)}\n${help}`);
    return EXIT.wrongCommandLine;
  }
  if (error instanceof RunFolderError) {
    stderr.write(`vasim: ${shown(error.message)}\n`);
    return EXIT.wrongCommandLine;
  }
  stderr.write(escapeInvisible(describeFault(error, host)));
  return EXIT.fault;
}

/** A message may hold what was typed, and so be long: its end often says why. */
function shown(message: string): string {
  return clipMiddle(escapeInvisible(message), MAX_MESSAGE);
}

function describeFault(error: unknown, { args, runtime }: ProcessHost): string {
  return [
    'vasim: internal error, not caused by your scenario. Please report it with these lines and the scenario:',
    `  vasim ${readVersion()}, ${runtime}`,
    `  command: vasim ${args.join(' ')}`,
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
