import { sep } from 'node:path';
import { UsageError } from '../command-line-error.ts';
import { STANDARD_INPUT } from './operands.ts';

/** What names files or folders in the usage of commands. */
const PATHS = /^(?:FILE|DIR|ANSWER|EXERCISE)$/;

/**
 * Expands `*` in arguments that name files or folders, for shells that do not: those of Windows. A name without `*` stays as it is.
 *
 * @param args positional arguments by what the usage calls them, among others
 * @returns them with what was found in the order of names, in place of each pattern
 * @throws UsageError when nothing is found, or more than the command takes
 */
export async function expandGlobs(
  args: Readonly<Record<string, unknown>>,
  currentFolder: string,
): Promise<Record<string, unknown>> {
  const expanded: Record<string, unknown> = { ...args };
  for (const [name, value] of Object.entries(args)) {
    if (!PATHS.test(name)) continue;
    if (typeof value === 'string') [expanded[name]] = await onlyOne(value, name, currentFolder);
    else if (Array.isArray(value)) {
      const found = await Promise.all(
        value.map((argument) => matches(String(argument), name, currentFolder)),
      );
      expanded[name] = found.flat();
    }
  }
  return expanded;
}

async function onlyOne(pattern: string, name: string, currentFolder: string): Promise<readonly string[]> {
  const found = await matches(pattern, name, currentFolder);
  if (found.length > 1)
    throw new UsageError(
      `${pattern} is ${found.length} files (${found.slice(0, 3).join(', ')} ...); give one`,
    );
  return found;
}

async function matches(argument: string, name: string, currentFolder: string): Promise<readonly string[]> {
  if (!argument.includes('*') || argument === STANDARD_INPUT) return [argument];
  const { escapePath, globSync } = await import('tinyglobby');
  // Only `*` is special: brackets and braces are characters of names, as they are to the shells of Windows.
  const pattern = escapePath(argument.replaceAll(sep, '/')).replaceAll('\\*', '*');
  const found = globSync(pattern, {
    cwd: currentFolder,
    onlyFiles: name !== 'DIR',
    onlyDirectories: name === 'DIR',
    expandDirectories: false,
  });
  if (found.length === 0) throw new UsageError(`no ${name} matches ${argument}`);
  return found.map((path) => path.replace(/\/$/, '')).sort();
}
