import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { MAX_SCENARIO } from '../../scenario/import/basics/limits.ts';

/** Bytes in which large sizes are named and read. */
export const MEBIBYTE = 1024 * 1024;

/** Says why a file cannot be read as a text; the message starts with a verb: `is a folder`. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'cannot be read: its symbolic links run in a circle',
  ENAMETOOLONG: 'cannot be read: its name is too long',
};

/**
 * Opens a regular file, does something with it and closes it. A pipe or a device is never waited for.
 *
 * @throws UnreadableText when it does not exist, is not a regular file or cannot be opened
 */
export function withRegularFile<Result>(path: string, action: (descriptor: number) => Result): Result {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw unreadable(error);
  }
  try {
    const status = fstatSync(descriptor);
    if (status.isDirectory()) throw new UnreadableText('is a folder, not a file');
    if (!status.isFile()) throw new UnreadableText('is not a regular file; to read from a pipe, name `-`');
    return action(descriptor);
  } catch (error) {
    throw unreadable(error);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The bytes of a regular file; the size that the file system states is not relied on.
 *
 * @param limit bytes at most
 * @returns null when there are more
 * @throws UnreadableText as {@link withRegularFile}
 */
export function readFileUpTo(path: string, limit: number): Uint8Array | null {
  return withRegularFile(path, (descriptor) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    while (length <= limit) {
      const chunk = new Uint8Array(MEBIBYTE);
      const count = readSync(descriptor, chunk);
      if (count === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
    return null;
  });
}

/**
 * Reads a file as text.
 *
 * @throws UnreadableText as {@link withRegularFile} and {@link decodeText}
 */
export function readTextFile(path: string): string {
  return decodeText(readFileUpTo(path, MAX_SCENARIO));
}

/**
 * The text that bytes hold, as UTF-8 or, by its byte order mark, as UTF-16: PowerShell's `>` writes that. The mark is
 * left out.
 *
 * @param bytes null for too many
 * @throws UnreadableText when they are too many or not a text
 */
export function decodeText(bytes: Uint8Array | null): string {
  if (bytes === null) throw new UnreadableText(`is larger than ${MAX_SCENARIO / MEBIBYTE} MiB, the maximum`);
  const encoding = encodingOf(bytes);
  const name = ENCODING_NAMES[encoding];
  if (encoding === 'utf-8' && bytes.includes(0))
    throw new UnreadableText('is not a text: it has NUL bytes (save it as UTF-8)');
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableText(`is not valid ${name} (save it as UTF-8)`);
  }
}

const ENCODING_NAMES = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' } as const;

function encodingOf([first, second]: Uint8Array): keyof typeof ENCODING_NAMES {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function unreadable(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  return new UnreadableText(REASONS[String(error.code)] ?? `cannot be read: ${error.message}`);
}
