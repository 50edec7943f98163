import { mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { lstatIfThere } from './folder-contents.ts';
import { errorCode, explained, onDisk } from './folder-error.ts';

/**
 * Makes a folder and those above it that are missing. (The recursive `mkdirSync` of Node.js never returns on file
 * systems that refuse by ENOENT, such as `/proc`.)
 *
 * @returns those that were made, from the outside in
 * @throws RunFolderError when the file system refuses
 */
export function makeParents(folder: string): string[] {
  const missing: string[] = [];
  for (let path = folder; onDisk(path, () => lstatIfThere(path)) === undefined; path = dirname(path))
    missing.unshift(path);
  const made: string[] = [];
  try {
    for (const path of missing) if (makeFolder(path)) made.push(path);
    return made;
  } catch (error) {
    removeEmpty(made);
    throw error;
  }
}

/** @returns false when it was there already */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw explained(path, error);
  }
}

/** Removes folders that lie in one another, from the inside out, as far as they are empty. */
export function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of folders.toReversed()) rmdirSync(folder);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}
