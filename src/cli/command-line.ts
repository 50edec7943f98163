import yargs, { type Argv } from 'yargs';
import type { Command } from './command.ts';
import { CommandLineError } from './command-line-error.ts';
import { compareCommand } from './commands/compare.ts';
import { importCommand } from './commands/import.ts';
import { mergeCommand } from './commands/merge.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';
import { sweepCommand } from './commands/sweep.ts';
import { validateCommand } from './commands/validate.ts';
import { describeExitCodes, EXIT, type ExitCode } from './exit-codes.ts';
import { reportFailure } from './failure-report.ts';
import type { Outside } from './outside.ts';
import { nameStandardInput } from './standard-input.ts';
import { explainMisuse, refuseEmptyOptions, YARGS_WORDING } from './usage-errors.ts';
import { readVersion } from './version.ts';

const COMMANDS: readonly Command[] = [
  runCommand,
  validateCommand,
  compareCommand,
  sweepCommand,
  mergeCommand,
  importCommand,
  schemaCommand,
];

const WIDEST_HELP = 100;

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
 * Reads the command line and does what it says; whatever goes wrong is told on standard error.
 *
 * @returns the exit status
 */
export async function runCommandLine(outside: Outside): Promise<ExitCode> {
  try {
    return await perform(outside);
  } catch (error) {
    return reportFailure(error, outside);
  }
}

/** What the parser has found in the command line. */
interface Finding {
  command: Command | null;
  args: Readonly<Record<string, unknown>>;
  helpShown: boolean;
}

async function perform(outside: Outside): Promise<ExitCode> {
  const { command, args, helpShown } = await parse(outside);
  if (helpShown) return EXIT.done;
  if (command === null) throw new CommandLineError('name a command, such as `vasim run FILE`', 'vasim');
  refuseEmptyOptions(command, args);
  return command.perform(args as never, outside);
}

async function parse(outside: Outside): Promise<Finding> {
  const finding: Finding = { command: null, args: {}, helpShown: false };
  const parser = makeParser(outside, finding);
  const words = nameStandardInput(
    outside.words,
    COMMANDS.map(({ options }) => options),
  );
  await parser.parseAsync(words, {}, (_error, _args, text) => {
    if (text === '') return;
    outside.output.write(`${text}\n`);
    finding.helpShown = true;
  });
  return finding;
}

function makeParser(outside: Outside, finding: Finding): Argv {
  const parser = yargs([], outside.currentFolder)
    .locale('en')
    .scriptName('vasim')
    .usage(
      '$0 COMMAND\n\nSimulates Windows Volume Activation: try a KMS or MAK design before rolling it out.',
    )
    .parserConfiguration(YARGS_BEHAVIOR)
    .updateStrings(YARGS_WORDING)
    .version(readVersion())
    .alias('help', 'h')
    .wrap(Math.min(outside.errors.columns || WIDEST_HELP, WIDEST_HELP))
    .strict()
    .exitProcess(false)
    .middleware((args) => keepLastGiven(args, finding.command), true)
    .fail((message, error) => {
      if (error !== undefined && error.name !== YARGS_ERROR) throw error;
      throw explainMisuse(message ?? error.message, outside.words, finding.command, COMMANDS);
    })
    .command('$0', false, (top) => describeProgram(top));
  for (const command of COMMANDS) {
    parser.command(
      command.usage,
      command.summary,
      (own) => {
        finding.command = command;
        return describeCommand(own, command);
      },
      (args) => {
        finding.args = args;
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
  for (const [word, describe] of Object.entries(command.words))
    parser.positional(word, { type: 'string', describe });
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
