import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lstatIfThere, originOf, removeResults } from './folder-contents.ts';
import { errorCode, explained, onDisk, RunFolderError } from './folder-error.ts';
import { KEPT_FOLDER } from './kept-folder.ts';
import { MANIFEST, unfinishedManifestText } from './manifest.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { withRetries } from './retries.ts';

/**
 * Makes the hidden folder next to `place` in which results are collected, `.NAME.partial-PROCESS`, marked as vasim's.
 *
 * @returns its path
 * @throws RunFolderError when the file system refuses
 */
export function makeStagingFolder(place: string, self: ProcessIdentity): string {
  for (let attempt = 1; ; attempt += 1) {
    const staging = hiddenPath(place, 'partial', self, attempt);
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
 * Moves earlier results out of the way: to `.NAME.replaced-PROCESS` next to them.
 *
 * @returns where they are now; null when another process has moved them meanwhile
 * @throws RunFolderError when the file system refuses, or a file in them is open in another program
 */
export function moveAside(place: string, self: ProcessIdentity): string | null {
  for (let attempt = 1; ; attempt += 1) {
    const aside = hiddenPath(place, 'replaced', self, attempt);
    if (lstatIfThere(aside) !== undefined) continue;
    try {
      withRetries(place, self.retryMilliseconds, () => renameSync(place, aside));
      return aside;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw explained(place, error);
    }
  }
}

/**
 * Removes earlier results that have been replaced, file by file, and nothing else. Replications that are kept in them move to
 * their successor.
 */
export function removeReplaced(aside: string, successor: string, self: ProcessIdentity): void {
  try {
    const kept = join(aside, KEPT_FOLDER);
    const inSuccessor = join(successor, KEPT_FOLDER);
    if (lstatIfThere(kept) !== undefined && lstatIfThere(inSuccessor) === undefined)
      withRetries(aside, self.retryMilliseconds, () => renameSync(kept, inSuccessor));
    withRetries(aside, self.retryMilliseconds, () => removeResults(aside));
  } catch (error) {
    // The new results are in their place: what could not be removed stays for the next run to remove.
    if (errorCode(error) === undefined && !(error instanceof RunFolderError)) throw error;
  }
}

/**
 * Milliseconds without a change after which half-written results of another computer are abandoned: each container has a
 * name of its own, and none comes back to clear away what it left. Runs write every day that they simulate.
 */
const ABANDONED_AFTER = 7 * 24 * 60 * 60 * 1000;

/**
 * Clears away what processes that were killed have left next to `place`. Earlier results that such a process had
 * moved aside and not replaced yet go back. What is not clearly vasim's own stays as it is.
 *
 * @param staging the own folder, just made: it has the time that the disk's clock shows
 */
export function clearLeftovers(place: string, staging: string, self: ProcessIdentity): void {
  const folder = dirname(place);
  const oldest = lastChange(staging) - ABANDONED_AFTER;
  for (const name of onDisk(folder, () => readdirSync(folder))) {
    const leftover = parseName(name, place);
    if (leftover === null || isAtWork(leftover, self)) continue;
    const path = join(folder, name);
    if (lstatIfThere(path)?.isDirectory() !== true) continue;
    const { ours, unfinishedOn } = originOf(path);
    const abandoned =
      unfinishedOn === self.hostname ||
      readdirSync(path).length === 0 ||
      (unfinishedOn !== null && lastChange(path) < oldest);
    if (leftover.kind === 'partial' && abandoned) removeQuietly(path);
    if (leftover.kind === 'replaced' && ours) {
      if (lstatIfThere(place) === undefined) onDisk(place, () => renameSync(path, place));
      else removeReplaced(path, place, self);
    }
  }
}

/** When a folder or something in it was changed last, in milliseconds since 1970. */
function lastChange(folder: string): number {
  const inside = readdirSync(folder).map((name) => join(folder, name));
  return Math.max(...[folder, ...inside].map((path) => Number(lstatIfThere(path)?.mtimeMs ?? 0)));
}

/** Removes a folder that holds nothing but half-written results; what the system does not remove stays for the next run. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

type LeftoverKind = 'partial' | 'replaced';

interface Leftover {
  readonly kind: LeftoverKind;
  readonly processId: number;
  /** Of the start of the process; undefined where that was unknown. */
  readonly token: string | undefined;
}

/** Whether the process that a leftover is named after is still the one that made it. */
function isAtWork({ processId, token }: Leftover, self: ProcessIdentity): boolean {
  if (processId === self.processId) return token === tokenOf(processId, self);
  if (!self.isRunning(processId)) return false;
  const running = tokenOf(processId, self);
  return token === undefined || running === undefined || token === running;
}

function tokenOf(processId: number, self: ProcessIdentity): string | undefined {
  const start = self.startOf(processId);
  return start === null ? undefined : shortHash(start);
}

/** Bytes of a name that leave room for what is added to it: file systems take 255. */
const MAX_NAME_BYTES = 190;

/** The part of a hidden name that is like the folder's own. */
function stemOf(place: string): string {
  const name = basename(place);
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name;
  return `${shortHash(name)}~${shortHash(`${name}~`)}`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function hiddenPath(place: string, kind: LeftoverKind, self: ProcessIdentity, attempt: number): string {
  const token = tokenOf(self.processId, self);
  const maker = token === undefined ? String(self.processId) : `${self.processId}.${token}`;
  const ending = attempt === 1 ? '' : `-${attempt}`;
  return join(dirname(place), `.${stemOf(place)}.${kind}-${maker}${ending}`);
}

function parseName(name: string, place: string): Leftover | null {
  const stem = stemOf(place);
  if (!name.startsWith(`.${stem}.`)) return null;
  const match = /^(partial|replaced)-(\d{1,10})(?:\.([0-9a-f]{8}))?(?:-\d+)?$/.exec(
    name.slice(stem.length + 2),
  );
  if (match === null) return null;
  return { kind: match[1] as LeftoverKind, processId: Number(match[2]), token: match[3] };
}
