import type { InferredOptionTypes, Options } from 'yargs';
import type { ExitCode } from './exit-codes.ts';
import type { Outside } from './outside.ts';

/** Options by their names without the leading dashes. */
export type OptionTable = Readonly<Record<string, Options>>;

/** What a command is given: its options, and the words that its usage names. */
export type ArgumentsOf<Table extends OptionTable, Words extends object = object> = InferredOptionTypes<{
  -readonly [Name in keyof Table]: Table[Name];
}> &
  Words;

/**
 * A command as the command line and its help know it. Such a description stays small: what the command does is
 * imported when it is performed, so that help shows at once.
 */
export interface Command<Arguments = never> {
  /** Its name and words, such as `run <FILE>`. */
  readonly usage: string;
  /** A line for the list of commands. */
  readonly summary: string;
  /** What a newcomer should know, as the help of the command says. */
  readonly description: string;
  /** The words behind the name, by what `usage` calls them. */
  readonly words: Readonly<Record<string, string>>;
  readonly options: OptionTable;
  /** Command lines, each with what it does. */
  readonly examples: readonly (readonly [string, string])[];
  perform(args: Arguments, outside: Outside): Promise<ExitCode>;
}

/** The command's name: the first word of its usage. */
export function nameOfCommand(command: Command): string {
  return command.usage.split(' ')[0];
}
