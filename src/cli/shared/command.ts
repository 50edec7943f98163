import type { InferredOptionTypes, Options } from 'yargs';
import type { ExitCode } from './exit-codes.ts';
import type { ProcessHost } from './process-host.ts';

/** An option as yargs knows it. */
export interface OptionDescription extends Options {
  /** Whether its value decides results: then the manifest records it. */
  readonly recorded: boolean;
}

/** Options by their names without the leading dashes. */
export type OptionTable = Readonly<Record<string, OptionDescription>>;

/** What a command is given: its options, and the positional arguments that its usage names. */
export type ArgumentsOf<
  Table extends OptionTable,
  Positionals extends object = object,
> = InferredOptionTypes<{
  -readonly [Name in keyof Table]: Table[Name];
}> &
  Positionals;

/**
 * A command as the command line and its help know it. Such a description stays small: what the command does is
 * imported when it is performed, so that help shows at once.
 */
export interface Command<Arguments = never> {
  /** Its name and positional arguments, such as `run <FILE>`. */
  readonly usage: string;
  /** A line for the list of commands. */
  readonly summary: string;
  /** What a newcomer should know, as the help of the command says. */
  readonly description: string;
  /** What each positional argument is, by what `usage` calls it. */
  readonly positionals: Readonly<Record<string, string>>;
  readonly options: OptionTable;
  /** Command lines, each with what it does. */
  readonly examples: readonly (readonly [string, string])[];
  perform(args: Arguments, host: ProcessHost): Promise<ExitCode>;
}

/** The command's name: the first word of its usage. */
export function nameOfCommand(command: Command): string {
  return command.usage.split(' ')[0];
}
