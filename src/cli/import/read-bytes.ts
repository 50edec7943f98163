import { resolve } from 'node:path';
import { MEBIBYTE, readFileUpTo, UnreadableText } from '../../library/files/text-file.ts';
import { MAX_BYTES } from '../../scenario/import/basics/limits.ts';
import { CommandLineError } from '../shared/command-line-error.ts';
import { STANDARD_INPUT } from '../shared/input/operands.ts';
import type { ProcessHost } from '../shared/process-host.ts';

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * @throws CommandLineError when it cannot be read or is too large
 */
export async function readBytes(file: string, host: ProcessHost): Promise<Uint8Array> {
  const fromInput = file === STANDARD_INPUT;
  const bytes = fromInput ? await host.readStdin(MAX_BYTES) : readFile(file, host.currentFolder);
  if (bytes !== null) return bytes;
  const name = fromInput ? 'standard input' : file;
  throw new CommandLineError(`${name} is larger than ${MAX_BYTES / MEBIBYTE} MiB, the maximum`);
}

/** The bytes of a file; null for too many. */
function readFile(argument: string, currentFolder: string): Uint8Array | null {
  try {
    return readFileUpTo(resolve(currentFolder, argument), MAX_BYTES);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    throw new CommandLineError(`${argument} ${error.message}`);
  }
}
