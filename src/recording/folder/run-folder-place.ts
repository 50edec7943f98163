import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { errorCode, onDisk, RunFolderError } from './folder-error.ts';
import { type FolderOrigin, MANIFEST, readOrigin } from './manifest.ts';

/** What stands where a folder of results is to be put; everything else is refused. */
export type Occupant = 'nothing' | 'empty folder' | 'earlier results';

/** A manifest longer than this is not read to the end: no estate is described in so many bytes. */
const MAX_MANIFEST = 64 * 1024 * 1024;

/**
 * Decides whether results may be put in a place.
 *
 * @param place absolute path of the folder to come
 * @param currentFolder the folder that the user works in: it is never replaced, nor is one that holds it
 * @throws RunFolderError when something stands there that must not be replaced
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
    throw new RunFolderError(`${place} is not a folder, so results cannot stand there; name another place`);
  if (holds(realpathSync(place), realpathSync(currentFolder)))
    throw new RunFolderError(`${place} is or holds the folder that you work in; name another place`);
  if (onDisk(place, () => readdirSync(place)).length === 0) return 'empty folder';
  if (!originOf(place).ours)
    throw new RunFolderError(
      `${place} is not a folder of earlier results (it has no ${MANIFEST} of vasim's), so it is not replaced; name another place or move it away`,
    );
  return 'earlier results';
}

/** Who made a folder, told by its manifest. */
export function originOf(folder: string): FolderOrigin {
  const path = join(folder, MANIFEST);
  const status = lstatIfThere(path);
  const readable = status?.isFile() === true && status.size <= MAX_MANIFEST;
  return readable ? readOrigin(readFileSync(path, 'utf8')) : { ours: false, unfinishedOn: null };
}

/** What stands at a path, links not followed; undefined for nothing. */
export function lstatIfThere(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isOtherDrive(path));
}

/** On Windows there is no relative path between two drives: the absolute one comes back. */
function isOtherDrive(path: string): boolean {
  return /^[A-Za-z]:/.test(path) || path.startsWith('\\\\');
}
