import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type ScenarioSources, SourceError } from '../../scenario/document/sources.ts';
import { readTextFile, UnreadableText } from './text-file.ts';

/**
 * Scenario files of the file system. The paths that it takes and returns are those that messages show, relative
 * to the current folder. `extends` may lead to files in the folder of the file named first and below, nowhere
 * else: a scenario from elsewhere cannot make vasim show other files of its reader.
 */
export class ScenarioFiles implements ScenarioSources {
  private readonly currentFolder: string;
  private readonly tree: string;
  private readonly given: ReadonlyMap<string, string>;

  /**
   * @param currentFolder absolute path of the folder that relative paths start from
   * @param file the file that the user named
   * @param given texts that are known already, by path: they need not be files
   */
  constructor(currentFolder: string, file: string, given: ReadonlyMap<string, string> = new Map()) {
    this.currentFolder = currentFolder;
    this.tree = realOrAsNamed(dirname(resolve(currentFolder, file)));
    this.given = given;
  }

  read(path: string): string {
    const given = this.given.get(path);
    if (given !== undefined) return given;
    try {
      return readTextFile(resolve(this.currentFolder, path));
    } catch (error) {
      throw error instanceof UnreadableText ? new SourceError(`\`${path}\` ${error.message}`) : error;
    }
  }

  resolve(fromFile: string, reference: string): string {
    const path = isAbsolute(reference) ? reference : join(dirname(fromFile), reference);
    const real = realOrAsNamed(resolve(this.currentFolder, path));
    const fromTree = relative(this.tree, real);
    if (fromTree === '..' || fromTree.startsWith(`..${sep}`) || isAbsolute(fromTree))
      throw new SourceError(
        `\`${reference}\` leads out of the folder of the file that was named first; only files in that folder and below it can be extended`,
      );
    return path;
  }
}

/** The path with symbolic links followed; one that does not exist keeps the name behind its last real folder. */
function realOrAsNamed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realOrAsNamed(folder), relative(folder, path));
  }
}
