import type { OptionTable } from '../command.ts';

/** What stands for standard input among the words of a command line, once they are parsed. */
export const STANDARD_INPUT = '(standard input)';

/** How messages and results call a scenario that came from standard input. */
export const STANDARD_INPUT_NAME = 'stdin';

/**
 * Puts {@link STANDARD_INPUT} in place of each `-` that names a file: yargs loses a `-` among the words of a
 * command.
 *
 * @param tables the options of all commands; a `-` behind one that takes a value is left to yargs
 */
export function nameStandardInput(words: readonly string[], tables: readonly OptionTable[]): string[] {
  const takesValue = (word: string | undefined) =>
    word?.startsWith('--') === true && tables.some((table) => table[word.slice(2)]?.type === 'string');
  return words.map((word, index) => (word === '-' && !takesValue(words[index - 1]) ? STANDARD_INPUT : word));
}
