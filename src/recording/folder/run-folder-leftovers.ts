import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode, explained, onDisk } from './folder-error.ts';
import { MANIFEST, unfinishedManifestText } from './manifest.ts';
import { lstatIfThere, originOf } from './run-folder-place.ts';

/** Who makes a folder, told apart from other processes that make the same one. */
export interface ProcessIdentity {
  readonly processId: number;
  /** Name of the computer: a process id means nothing on another one. */
  readonly hostname: string;
  /** Whether a process of this computer is running. */
  isRunning(processId: number): boolean;
}

/**
 * Makes the hidden folder beside `place` in which results are collected: `.NAME.partial-PID`, marked as ours.
 *
 * @returns its path
 * @throws RunFolderError when the file system refuses
 */
export function makeStagingFolder(place: string, self: ProcessIdentity): string {
  for (let attempt = 1; ; attempt += 1) {
    const staging = besides(place, 'partial', self.processId, attempt);
    try {
      mkdirSync(staging);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      throw explained(dirname(place), error);
    }
    try {
      writeFileSync(join(staging, MANIFEST), unfinishedManifestText(self.hostname));
      return staging;
    } catch (error) {
      removeQuietly(staging);
      throw explained(staging, error);
    }
  }
}

/**
 * Moves earlier results out of the way: to `.NAME.replaced-PID` beside them.
 *
 * @returns where they are now; null when another process has moved them meanwhile
 * @throws RunFolderError when the file system refuses
 */
export function moveAside(place: string, processId: number): string | null {
  for (let attempt = 1; ; attempt += 1) {
    const aside = besides(place, 'replaced', processId, attempt);
    if (lstatIfThere(aside) !== undefined) continue;
    try {
      renameSync(place, aside);
      return aside;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw explained(place, error);
    }
  }
}

/**
 * Clears away what processes that broke off have left beside `place`. Earlier results that such a process had
 * moved aside and not replaced yet go back. What is not clearly vasim's own stays as it is.
 */
export function clearLeftovers(place: string, self: ProcessIdentity): void {
  const folder = dirname(place);
  for (const name of onDisk(folder, () => readdirSync(folder))) {
    const leftover = parseName(name, basename(place));
    if (leftover === null || self.isRunning(leftover.processId)) continue;
    const path = join(folder, name);
    if (lstatIfThere(path)?.isDirectory() !== true) continue;
    const { ours, unfinishedOn } = originOf(path);
    const abandoned = unfinishedOn === self.hostname || readdirSync(path).length === 0;
    if (leftover.kind === 'partial' && abandoned) removeQuietly(path);
    if (leftover.kind === 'replaced' && ours) {
      if (lstatIfThere(place) === undefined) onDisk(place, () => renameSync(path, place));
      else removeQuietly(path);
    }
  }
}

/** Removes a folder that nobody misses; where the file system refuses, it stays for the next to clear away. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

type LeftoverKind = 'partial' | 'replaced';

function besides(place: string, kind: LeftoverKind, processId: number, attempt: number): string {
  const ending = attempt === 1 ? '' : `-${attempt}`;
  return join(dirname(place), `.${basename(place)}.${kind}-${processId}${ending}`);
}

function parseName(name: string, placeName: string): { kind: LeftoverKind; processId: number } | null {
  if (!name.startsWith(`.${placeName}.`)) return null;
  const match = /^(partial|replaced)-(\d{1,10})(?:-\d+)?$/.exec(name.slice(placeName.length + 2));
  return match === null ? null : { kind: match[1] as LeftoverKind, processId: Number(match[2]) };
}
