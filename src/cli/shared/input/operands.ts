import type { OptionTable } from '../command.ts';

/** What an operand `-`, standard input, is called once the command line is parsed. */
export const STANDARD_INPUT = '(standard input)';

/** How messages and results call a scenario that came from standard input. */
export const STANDARD_INPUT_NAME = 'stdin';

/** Marks an argument that is an operand although it begins with a dash. No argument can hold this character. */
const MARK = '\0';

/**
 * Makes sure that yargs takes operands for what they are: it loses a `-` that is no option's value, and everything
 * after `--`.
 *
 * @param tables the options of all commands; a `-` after one that takes a value is its value
 * @returns arguments for yargs; {@link unmarked} makes operands of its results
 */
export function markOperands(args: readonly string[], tables: readonly OptionTable[]): string[] {
  const takesValue = (arg: string | undefined) =>
    arg?.startsWith('--') === true && tables.some((table) => table[arg.slice(2)]?.type === 'string');
  const before = optionsAmong(args).map((arg, index) =>
    arg === '-' && !takesValue(args[index - 1]) ? STANDARD_INPUT : arg,
  );
  const after = args.slice(before.length + 1);
  return [...before, ...after.map((arg) => (arg === '-' ? STANDARD_INPUT : `${MARK}${arg}`))];
}

/** The arguments in front of `--`: only those may be options. */
export function optionsAmong(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end === -1 ? args : args.slice(0, end);
}

/** The values of a command line without the marks of {@link markOperands}. */
export function unmarked(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const clean = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith(MARK) ? value.slice(MARK.length) : value;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(clean) : clean(value),
    ]),
  );
}
