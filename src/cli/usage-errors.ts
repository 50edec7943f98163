import { alternatives, nearest } from '../text/nearest.ts';
import { type Command, nameOfCommand } from './command.ts';
import { CommandLineError } from './command-line-error.ts';

/** Replaces wording of yargs, in the terms of its own texts. */
export const YARGS_WORDING: Record<string, string> = {
  'Not enough arguments following: %s': 'the option --%s needs a value',
  'Argument: %s, Given: %s, Choices: %s': 'the option --%s cannot be %s; it is one of %s',
};

/** What yargs puts in front of values that are not among the choices. */
const INTRODUCTION = /^Invalid values:\s*/;

/**
 * Says what is wrong with a command line and what may have been meant.
 *
 * @param message yargs' own
 * @param words the command line
 * @param command the one that was named; null for none
 * @param commands all that there are
 */
export function explainMisuse(
  message: string,
  words: readonly string[],
  command: Command | null,
  commands: readonly Command[],
): CommandLineError {
  const helpOf = command === null ? 'vasim' : `vasim ${nameOfCommand(command)}`;
  return new CommandLineError(
    explainUnknown(message, words, command, commands) ??
      explainMissing(message, command) ??
      message.replace(INTRODUCTION, ''),
    helpOf,
  );
}

/** @throws CommandLineError when an option was given an empty value */
export function refuseEmptyOptions(command: Command, args: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(command.options))
    if (args[name] === '')
      throw new CommandLineError(`the option --${name} needs a value`, `vasim ${nameOfCommand(command)}`);
}

function explainUnknown(
  message: string,
  words: readonly string[],
  command: Command | null,
  commands: readonly Command[],
): string | null {
  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1];
  if (unknown === undefined) return null;
  const options = [...Object.keys(command?.options ?? {}), 'help', 'version'];
  const option = words.find((word) => isOption(word) && !options.some((name) => startsOption(word, name)));
  if (option !== undefined) {
    const near = nearest(optionName(option), options);
    return `unknown option ${option.replace(/=.*/s, '')}${near === undefined ? '' : `; did you mean --${near}?`}`;
  }
  if (command !== null) return `too many words: ${unknown}`;
  const names = commands.map(nameOfCommand);
  const near = nearest(words[0], names);
  const meant = near ?? (/[./\\]/.test(words[0]) ? `run ${words[0]}` : undefined);
  if (meant !== undefined) return `unknown command ${words[0]}; did you mean \`vasim ${meant}\`?`;
  return `unknown command ${words[0]}; the commands are ${alternatives(names)}`;
}

function explainMissing(message: string, command: Command | null): string | null {
  if (command === null || !message.startsWith('Not enough non-option arguments')) return null;
  return `which ${wordOf(command)}? The usage is \`vasim ${command.usage}\``;
}

/** What the usage of a command calls the word behind its name. */
function wordOf(command: Command): string | undefined {
  return /<(\w+)/.exec(command.usage)?.[1];
}

/** Whether a word can only be meant as an option: it begins with a dash and is neither `-` nor a number. */
function isOption(word: string): boolean {
  return /^-[^\d]/.test(word);
}

function startsOption(word: string, name: string): boolean {
  return word === `--${name}` || word.startsWith(`--${name}=`);
}

function optionName(word: string): string {
  return word.replace(/^-+/, '').replace(/=.*/s, '');
}
