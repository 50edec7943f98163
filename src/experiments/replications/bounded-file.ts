import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode } from '../../recording/folder/folder-error.ts';

/** A file that others may have made is not what it should be; the message is the end of a sentence about it. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
}

const CHUNK_BYTES = 256 * 1024;
/** Longer lines are not vasim's: one result of 10,000 groups has some 10 MB. */
export const MAX_LINE_BYTES = 64 * 1024 * 1024;
/** Deeper JSON is not vasim's: scenarios nest 50 levels at most. */
const MAX_DEPTH = 100;

/**
 * Opens a regular file for reading: no link, folder or device, and nothing that would let the reader wait.
 *
 * @param maxBytes a larger file is not read
 * @returns its descriptor, for the caller to close
 * @throws UnusableFile when it is anything else or too large; what the file system throws
 */
function openRegular(path: string, maxBytes: number): number {
  const descriptor = open(path);
  const status = fstatSync(descriptor);
  if (status.isFile() && status.size <= maxBytes) return descriptor;
  closeSync(descriptor);
  throw new UnusableFile(
    status.isFile() ? `is larger than ${maxBytes / 1024 / 1024} MB` : 'is not a regular file',
  );
}

function open(path: string): number {
  try {
    // Windows has neither of the two flags, nor named pipes in folders.
    return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (['ELOOP', 'ENXIO', 'EISDIR', 'EMLINK'].includes(errorCode(error) ?? ''))
      throw new UnusableFile('is not a regular file');
    throw error;
  }
}

/**
 * Reads a whole file that others may have made.
 *
 * @throws UnusableFile when it is no regular file or too large; what the file system throws
 */
export function readBounded(path: string, maxBytes: number): Buffer {
  const chunks: Buffer[] = [];
  for (const chunk of chunksOf(path, maxBytes)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/**
 * The lines of a file that others may have made, without their ends. Memory is bounded by the longest line that is allowed.
 *
 * @param onBytes is given every byte, for a checksum
 * @returns `null` for a line that is too long
 * @throws UnusableFile when it is no regular file or too large; what the file system throws
 */
export function* linesOf(
  path: string,
  maxBytes: number,
  onBytes: (bytes: Buffer) => void = () => {},
  maxLine = MAX_LINE_BYTES,
): Generator<string | null> {
  let pending: Buffer[] = [];
  let length = 0;
  const take = (): string | null => {
    const line = length > maxLine ? null : Buffer.concat(pending).toString('utf8');
    pending = [];
    length = 0;
    return line;
  };
  const add = (bytes: Buffer) => {
    length += bytes.length;
    if (length > maxLine) pending = [];
    else pending.push(Buffer.from(bytes));
  };
  for (const chunk of chunksOf(path, maxBytes)) {
    onBytes(chunk);
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

/** A buffer that is used again for every chunk. */
function* chunksOf(path: string, maxBytes: number): Generator<Buffer> {
  const descriptor = openRegular(path, maxBytes);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let left = maxBytes; left > 0; ) {
      const count = readSync(descriptor, buffer, 0, Math.min(buffer.length, left), null);
      if (count === 0) return;
      left -= count;
      yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads JSON that others may have made: text that nests too deep would end the program.
 *
 * @throws SyntaxError when it is no JSON, or deeper than 100 levels
 */
export function parseBounded(text: string): unknown {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inText) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x5b || code === 0x7b) depth += 1;
    else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (depth > MAX_DEPTH) throw new SyntaxError(`nested more than ${MAX_DEPTH} levels deep`);
  }
  return JSON.parse(text);
}
