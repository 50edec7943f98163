import {
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CommandLineError } from '../command-line-error.ts';

/**
 * Writes a text, or its bytes, to a file, whole or not at all: it is written into a new folder next to it, then
 * renamed.
 *
 * @param shown the file as the user named it, for messages
 * @throws CommandLineError when it cannot be written
 */
export function writeTextFile(path: string, shown: string, text: string | Uint8Array): void {
  let folder: string | undefined;
  try {
    const place = whatIsAt(path, shown) === undefined ? path : realpathSync(path);
    folder = mkdtempSync(`${place}.part-`);
    const whole = join(folder, 'whole');
    writeFileSync(whole, text);
    renameSync(whole, place);
  } catch (error) {
    throw inWords(error, shown, 'written');
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Writes a text that people go on writing at, such as a scenario: one that is there stays, unless it is the same.
 *
 * @param shown the file as the user named it, for messages
 * @throws CommandLineError when there is another, or it cannot be written
 */
export function writeNewText(path: string, shown: string, text: string): void {
  if (whatIsAt(path, shown)?.isFile() && textOf(path, shown) !== text)
    throw new CommandLineError(
      `${shown} exists, and what is in it would be lost, also what was written by hand: name another file, or remove it`,
    );
  writeTextFile(path, shown, text);
}

/** What has a name already; a device or pipe must not become a file. */
function whatIsAt(path: string, shown: string): Stats | undefined {
  let found: Stats | undefined;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw inWords(error, shown, 'written');
  }
  if (found === undefined || found.isFile() || found.isDirectory()) return found;
  throw new CommandLineError(
    `${shown} cannot be written: it is a device or a pipe; leave --out away for standard output`,
  );
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw inWords(error, shown, 'read');
  }
}

/** What the disk refused, in words; any other error as it is. */
function inWords(error: unknown, shown: string, done: 'written' | 'read'): unknown {
  const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined;
  return reason === undefined ? error : new CommandLineError(`${shown} cannot be ${done}: ${reason}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied, or it is open in another program',
  EBUSY: 'it is open in another program',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
};
