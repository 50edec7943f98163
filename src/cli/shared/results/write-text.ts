import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { CommandLineError } from '../command-line-error.ts';

/**
 * Writes a text, or its bytes, to a file, whole or not at all: it is written beside its place and moved there.
 *
 * @param shown the file as the user named it, for messages
 * @throws CommandLineError when it cannot be written
 */
export function writeTextFile(path: string, shown: string, text: string | Uint8Array): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined;
    if (reason === undefined) throw error;
    throw new CommandLineError(`${shown} cannot be written: ${reason}`);
  }
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
