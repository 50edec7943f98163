import { fileNameOf } from './named-scenario.ts';

/** The options that change a scenario, as they were given. */
interface Changes {
  readonly seed?: string;
  readonly set?: readonly string[];
}

/**
 * The words that a recorded command line begins with: the command, its files without their folders, and what changes
 * them.
 */
export function firstWords(command: string, files: readonly string[], { seed, set = [] }: Changes): string[] {
  const words = ['vasim', command, ...files.map(fileNameOf)];
  if (seed !== undefined) words.push('--seed', seed);
  for (const setting of set) words.push('--set', setting);
  return words;
}

/** Words as they are typed into a shell. */
export function asTyped(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
