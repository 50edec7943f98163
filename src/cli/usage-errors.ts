import { resolve } from 'node:path';
import { alternatives, nearest } from '../text/nearest.ts';
import { type Command, nameOfCommand } from './shared/command.ts';
import { UsageError } from './shared/command-line-error.ts';
import { optionsAmong } from './shared/input/operands.ts';

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
 * @param args the command line
 * @param command the one that was named; null for none
 * @param commands all that there are
 */
export function explainMisuse(
  message: string,
  args: readonly string[],
  command: Command | null,
  commands: readonly Command[],
): UsageError {
  return new UsageError(
    explainUnknownOption(args, command) ??
      explainUnknown(message, args, command, commands) ??
      explainMissing(message, command) ??
      message.replace(INTRODUCTION, ''),
  );
}

/** @throws UsageError when an option was given an empty value */
export function refuseEmptyOptions(command: Command, args: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(command.options))
    if (args[name] === '') throw new UsageError(`the option --${name} needs a value`);
}

/** @throws UsageError when a switch was given a value that is neither yes nor no: yargs takes any for no */
export function refuseSwitchValues(command: Command, args: readonly string[]): void {
  for (const arg of optionsAmong(args)) {
    const [, name, value] = /^--([^=]+)=(.*)$/s.exec(arg) ?? [];
    if (name === undefined || command.options[name]?.type !== 'boolean') continue;
    if (value !== 'true' && value !== 'false')
      throw new UsageError(`the option --${name} takes no value; write --${name} or leave it out`);
  }
}

/** Common options whose value somebody would miss where a command has no use for it. */
const NEVER_IGNORED = ['out', 'seed', 'set'] as const;

/** @throws UsageError when a common option was given that means nothing to the command: ignoring it would look like obeying */
export function refuseIdleOptions(command: Command, args: Readonly<Record<string, unknown>>): void {
  const idle = NEVER_IGNORED.find((name) => command.options[name]?.hidden === true && isGiven(args[name]));
  if (idle === undefined) return;
  throw new UsageError(`\`vasim ${nameOfCommand(command)}\` does not take --${idle}`);
}

/** Operands that name files to read. */
const READ = ['FILE', 'EXERCISE', 'ANSWER', 'check'] as const;

/** @throws UsageError when `--out` names a file that the command is to read: writing would destroy it */
export function refuseReplacing(args: Readonly<Record<string, unknown>>, currentFolder: string): void {
  const { out } = args;
  if (typeof out !== 'string') return;
  const place = resolve(currentFolder, out);
  const files = READ.flatMap((name) => args[name] ?? []).filter((file) => typeof file === 'string');
  if (files.some((file) => resolve(currentFolder, file) === place))
    throw new UsageError(`--out ${out} would replace a file that is read; name another one`);
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function explainUnknownOption(args: readonly string[], command: Command | null): string | null {
  const options = [...Object.keys(command?.options ?? {}), 'help', 'version'];
  const option = optionsAmong(args).find(
    (arg) => isOption(arg) && !options.some((name) => startsOption(arg, name)),
  );
  if (option === undefined) return null;
  const near = nearest(optionName(option), options);
  return `unknown option ${option.replace(/=.*/s, '')}${near === undefined ? '' : `; did you mean --${near}?`}`;
}

function explainUnknown(
  message: string,
  args: readonly string[],
  command: Command | null,
  commands: readonly Command[],
): string | null {
  const unknown = /^Unknown arguments?: (.*)$/s.exec(message)?.[1];
  if (unknown === undefined) return null;
  if (command !== null) return `unexpected argument: ${unknown.replaceAll('\0', '')}`;
  const names = commands.map(nameOfCommand);
  const near = nearest(args[0], names);
  const meant = near ?? (/[./\\]/.test(args[0]) ? `run ${args[0]}` : undefined);
  if (meant !== undefined) return `unknown command ${args[0]}; did you mean \`vasim ${meant}\`?`;
  return `unknown command ${args[0]}; the commands are ${alternatives(names)}`;
}

function explainMissing(message: string, command: Command | null): string | null {
  if (command === null || !message.startsWith('Not enough non-option arguments')) return null;
  return `missing argument ${firstPositional(command)}; the usage is \`vasim ${command.usage}\``;
}

/** What the usage of a command calls the first argument after its name. */
function firstPositional(command: Command): string | undefined {
  return /<(\w+)/.exec(command.usage)?.[1];
}

/** Whether an argument can only be meant as an option: it begins with a dash and is neither `-` nor a number. */
function isOption(arg: string): boolean {
  return /^-[^\d]/.test(arg);
}

function startsOption(arg: string, name: string): boolean {
  return arg === `--${name}` || arg.startsWith(`--${name}=`);
}

function optionName(arg: string): string {
  return arg.replace(/^-+/, '').replace(/=.*/s, '');
}
