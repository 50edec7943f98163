import yargs, { type Argv } from 'yargs';
import { COMMANDS } from './commands.ts';
import { COMPLETE } from './completion/options.ts';
import { reportFailure } from './failure-report.ts';
import { type Command, nameOfCommand } from './shared/command.ts';
import { UsageError } from './shared/command-line-error.ts';
import { describeExitCodes, EXIT, type ExitCode } from './shared/exit-codes.ts';
import { expandGlobs } from './shared/input/expand-globs.ts';
import { markOperands, unmarked } from './shared/input/operands.ts';
import type { ProcessHost } from './shared/process-host.ts';
import { NeedsThread } from './shared/thread/needs-thread.ts';
import { readVersion } from './shared/version.ts';
import {
  explainMisuse,
  refuseEmptyOptions,
  refuseIdleOptions,
  refuseReplacing,
  refuseSwitchValues,
  YARGS_WORDING,
} from './usage-errors.ts';

const MAX_HELP_WIDTH = 100;

/** The name of errors by which yargs says that the command line, not the program, is wrong. */
const YARGS_ERROR = 'YError';

const YARGS_BEHAVIOR = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
};

/**
 * Parses the command line and performs its command; whatever goes wrong is reported on standard error.
 *
 * @returns the exit status
 */
export async function runCommandLine(host: ProcessHost): Promise<ExitCode> {
  if (host.args[0] === COMPLETE) {
    const { completeWords } = await import('./completion/complete.ts');
    return completeWords(COMMANDS, host);
  }
  const parsed: ParsedCommandLine = { command: null, args: {}, helpShown: false };
  try {
    return await performAnywhere(parsed, host);
  } catch (error) {
    const name = parsed.command === null ? '' : ` ${nameOfCommand(parsed.command)}`;
    return reportFailure(error, `vasim${name}`, host);
  }
}

/**
 * Leaves yargs as soon as the arguments are valid: afterwards it would render the whole help of the command, unasked,
 * which takes 27 to 54 ms.
 */
class Parsed extends Error {}

/** What the parser finds in the command line. */
interface ParsedCommandLine {
  command: Command | null;
  args: Readonly<Record<string, unknown>>;
  helpShown: boolean;
}

/** Performs the command in this thread, or in one of its own if it needs one. */
async function performAnywhere(parsed: ParsedCommandLine, host: ProcessHost): Promise<ExitCode> {
  try {
    return await perform(parsed, host);
  } catch (error) {
    if (!(error instanceof NeedsThread) || host.runInThread === null) throw error;
    return await host.runInThread();
  }
}

async function perform(parsed: ParsedCommandLine, host: ProcessHost): Promise<ExitCode> {
  await parse(parsed, host);
  const { command, args, helpShown } = parsed;
  if (helpShown) return EXIT.done;
  if (command === null) throw new UsageError('missing command, such as `vasim run FILE`');
  refuseSwitchValues(command, host.args);
  refuseEmptyOptions(command, args);
  refuseIdleOptions(command, args);
  const expanded = await expandGlobs(args, host.currentFolder);
  refuseReplacing(expanded, host.currentFolder);
  return command.perform(expanded as never, host);
}

async function parse(parsed: ParsedCommandLine, host: ProcessHost): Promise<void> {
  const parser = makeParser(parsed, host);
  const args = markOperands(
    withHelpAsOption(host.args),
    COMMANDS.map(({ options }) => options),
  );
  try {
    await parser.parseAsync(args, {}, (_error, _args, text) => {
      if (text === '') return;
      host.stdout.write(`${text}\n`);
      parsed.helpShown = true;
    });
  } catch (error) {
    if (!(error instanceof Parsed)) throw error;
  }
}

/** `vasim help run` is `vasim run --help`; `vasim` alone shows the help too. */
function withHelpAsOption(args: readonly string[]): readonly string[] {
  const [first = 'help', ...others] = args;
  if (first !== 'help') return args;
  const [topic] = others;
  const isKnown = topic === undefined || COMMANDS.some((command) => nameOfCommand(command) === topic);
  return isKnown ? [...others, '--help'] : others;
}

function makeParser(parsed: ParsedCommandLine, host: ProcessHost): Argv {
  const parser = yargs([], host.currentFolder)
    .locale('en')
    .scriptName('vasim')
    .usage(
      '$0 COMMAND\n\nSimulates Windows Volume Activation: try a KMS or MAK design before rolling it out.',
    )
    .parserConfiguration(YARGS_BEHAVIOR)
    .updateStrings(YARGS_WORDING)
    .version(readVersion())
    .alias('help', 'h')
    .alias('version', 'V')
    .wrap(Math.min(host.stderr.columns || MAX_HELP_WIDTH, MAX_HELP_WIDTH))
    .strict()
    .exitProcess(false)
    .middleware((args) => keepLastGiven(args, parsed.command), true)
    .fail((message, error) => {
      if (error !== undefined && error.name !== YARGS_ERROR) throw error;
      throw explainMisuse(message ?? error.message, withHelpAsOption(host.args), parsed.command, COMMANDS);
    })
    .command('$0', false, (top) => describeProgram(top));
  for (const command of COMMANDS) {
    parser.command(
      command.usage,
      command.summary,
      (own) => {
        parsed.command = command;
        return describeCommand(own, command);
      },
      (args) => {
        parsed.args = unmarked(args);
        throw new Parsed();
      },
    );
  }
  return parser;
}

function describeProgram(parser: Argv): Argv {
  return parser
    .example('$0 run branch.yaml', 'simulate; results go to out/branch')
    .example('$0 run --help', 'what a command can do')
    .epilogue(describeExitCodes());
}

function describeCommand(parser: Argv, command: Command): Argv {
  parser.usage(`$0 ${command.usage}\n\n${command.description}`).options({ ...command.options });
  for (const [name, describe] of Object.entries(command.positionals))
    parser.positional(name, { type: 'string', describe });
  for (const [line, meaning] of command.examples) parser.example(line, meaning);
  return parser.epilogue(describeExitCodes());
}

/**
 * An option that is given twice counts as it was given last, so that scripts can add to a command line; those that
 * collect values keep them all.
 */
function keepLastGiven(args: Record<string, unknown>, command: Command | null): void {
  for (const [name, option] of Object.entries(command?.options ?? {})) {
    const value = args[name];
    if (Array.isArray(value) && option.array !== true) args[name] = value.at(-1);
  }
}
