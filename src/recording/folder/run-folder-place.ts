import { readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { lstatIfThere, originOf, survey } from './folder-contents.ts';
import { onDisk, RunFolderError } from './folder-error.ts';
import { MANIFEST } from './manifest.ts';

/** What is where a folder of results is to be put; everything else is refused. */
export type Occupant = 'nothing' | 'empty folder' | 'earlier results';

/**
 * Decides whether results may be put in a place.
 *
 * @param place absolute path of the folder to come
 * @param currentFolder the folder that the user works in: it is never replaced, nor is one that holds it
 * @throws RunFolderError when the place has something that must not be replaced
 */
export function inspectPlace(place: string, currentFolder: string): Occupant {
  if (holds(place, currentFolder))
    throw new RunFolderError(
      `${place} is or holds the folder that you work in; name a new folder inside it instead`,
    );
  const status = onDisk(place, () => lstatIfThere(place));
  if (status === undefined) return 'nothing';
  if (status.isSymbolicLink())
    throw new RunFolderError(`${place} is a symbolic link, which is not replaced; name the folder itself`);
  if (!status.isDirectory())
    throw new RunFolderError(
      `${place} is not a folder, so results cannot be written there; name another place`,
    );
  if (holds(realpathSync(place), realpathSync(currentFolder)))
    throw new RunFolderError(`${place} is or holds the folder that you work in; name another place`);
  if (onDisk(place, () => readdirSync(place)).length === 0) return 'empty folder';
  refuseForeign(place);
  return 'earlier results';
}

/** @throws RunFolderError when a folder is not one of earlier results, or has anything else in it */
function refuseForeign(place: string): void {
  const origin = onDisk(place, () => originOf(place));
  if (!origin.ours)
    throw new RunFolderError(
      `${place} is not a folder of earlier results (it has no ${MANIFEST} of vasim's), so it is not replaced; name another place or move it away`,
    );
  const { foreign } = onDisk(place, () => survey(place, origin));
  if (foreign.length === 0) return;
  throw new RunFolderError(
    `${place} is not replaced: ${inWords(foreign)} not there, or not the same size, when vasim wrote the folder; name another place or move it away`,
  );
}

function inWords(foreign: readonly string[]): string {
  const [first, second, third, ...more] = foreign.map((path) => `\`${path}\``);
  const named = [first, second, third].filter((path) => path !== undefined);
  if (named.length === 1) return `${first} was`;
  return more.length > 0 ? `${named.join(', ')} and others were` : `${named.join(' and ')} were`;
}

/** The path with symbolic links followed; what does not exist keeps its name behind its last real folder. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), relative(folder, path));
  }
}

/** Whether a folder is another one or holds it, by their absolute paths. */
export function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isOtherDrive(path));
}

/** On Windows there is no relative path between two drives: the absolute one comes back. */
function isOtherDrive(path: string): boolean {
  return /^[A-Za-z]:/.test(path) || path.startsWith('\\\\');
}
