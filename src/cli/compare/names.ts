import { basename, dirname, extname, resolve, sep } from 'node:path';
import { UsageError } from '../shared/command-line-error.ts';
import { fileNameOf, nameOf } from '../shared/input/load-scenario.ts';
import { STANDARD_INPUT } from '../shared/input/operands.ts';

/**
 * What results call the scenarios that are compared: each after its file, without the ending; where that does not
 * distinguish them, with the ending, or with as many folders in front as it takes.
 *
 * @param words as the command line names the files
 * @throws UsageError when one is given twice
 */
export function scenarioNames(words: readonly string[], currentFolder: string): string[] {
  const paths = words.map((word) => (word === STANDARD_INPUT ? word : resolve(currentFolder, word)));
  const twice = words.find((_, index) => paths.indexOf(paths[index]) !== index);
  if (twice === STANDARD_INPUT) throw new UsageError('standard input can be read only once');
  if (twice !== undefined) throw new UsageError(`${twice} is given twice`);
  const depth = Math.max(...paths.map((path) => path.split(sep).length));
  const namings = [
    () => words.map(nameOf),
    () => words.map(fileNameOf),
    ...Array.from({ length: depth }, (_, index) => () => paths.map((path) => withFolders(path, index + 1))),
  ];
  const distinct = namings.map((naming) => naming()).find((names) => new Set(names).size === names.length);
  return distinct ?? [...paths];
}

/**
 * The name of the folder for a comparison, `compare-A-B`.
 *
 * @param names of the scenarios
 */
export function comparisonName(names: readonly string[]): string {
  return `compare-${names.join('-')}`.replace(/[^\p{L}\p{N}._-]+/gu, '-');
}

/** The path's last parts: the name without ending behind so many folders. */
function withFolders(path: string, folders: number): string {
  const parents = dirname(path).split(sep).slice(-folders);
  return [...parents, basename(path, extname(path))].join('/');
}
