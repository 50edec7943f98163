import { lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './folder-error.ts';
import { KEPT_FOLDER } from './kept-folder.ts';
import { type FolderOrigin, MANIFEST, readOrigin } from './manifest.ts';

/** A longer manifest is not read: no estate is described in so many bytes. */
const MAX_MANIFEST = 64 * 1024 * 1024;

/** Foreign things that are looked for; a message names fewer. */
const MAX_FOREIGN = 4;

/** Who made a folder, according to its manifest. */
export function originOf(folder: string): FolderOrigin {
  const path = join(folder, MANIFEST);
  const status = lstatIfThere(path);
  const readable = status?.isFile() === true && status.size <= MAX_MANIFEST;
  return readOrigin(readable ? readFileSync(path, 'utf8') : '');
}

/** What is at a path, links not followed; undefined for nothing. */
export function lstatIfThere(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What is in a folder of results, by paths in it with `/`. */
export interface Survey {
  /** Files that its manifest lists with the size that they have, and the manifest. */
  readonly own: readonly string[];
  /** Folders that hold listed files, from the inside out. */
  readonly folders: readonly string[];
  /** Everything else, but kept replications: those are vasim's too. No more than a message needs. */
  readonly foreign: readonly string[];
}

/** Compares what is in a folder with what its manifest lists. Links are not followed. */
export function survey(folder: string, { sizes }: FolderOrigin): Survey {
  const listed = foldersOf(sizes.keys());
  const own: string[] = [];
  const folders: string[] = [];
  const foreign: string[] = [];
  const visit = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      if (foreign.length >= MAX_FOREIGN) return;
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory() && path === KEPT_FOLDER) continue;
      if (entry.isDirectory() && listed.has(path)) {
        visit(path);
        folders.push(path);
      } else if (
        entry.isFile() &&
        (path === MANIFEST || lstatSync(join(folder, path)).size === sizes.get(path))
      )
        own.push(path);
      else foreign.push(path);
    }
  };
  visit('');
  return { own, folders, foreign };
}

/**
 * Removes a folder of results if everything in it is its own; otherwise nothing of it. The manifest goes last, so that
 * whatever interrupts the removal, another one can finish it.
 */
export function removeResults(folder: string): void {
  const { own, folders, foreign } = survey(folder, originOf(folder));
  if (foreign.length > 0) return;
  for (const path of own) if (path !== MANIFEST) rmSync(join(folder, path));
  for (const path of folders) rmdirSync(join(folder, path));
  rmSync(join(folder, MANIFEST));
  rmdirSync(folder);
}

/** The folders that lead to some files. */
function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      folders.add(path.slice(0, at));
  return folders;
}
