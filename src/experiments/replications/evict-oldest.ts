import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../../recording/folder/folder-error.ts';

/** What kept results may take up on the disk before those that nobody has added to for longest go. */
export const MAX_KEPT_BYTES = 1024 * 1024 * 1024;

/** The name of a folder of kept results. */
const HASH = /^[0-9a-f]{64}$/;

/** The kept results of a design, as a whole. */
interface KeptFolder {
  readonly path: string;
  readonly bytes: number;
  readonly lastWritten: number;
}

/**
 * Removes kept results of the designs that have been left alone for longest, as long as all together take up more
 * than they may. What cannot be removed stays for the next time.
 *
 * @param root the folder that keeps the results of all designs
 * @param spared hashes of designs whose results stay in any case
 */
export function evictOldest(root: string, spared: ReadonlySet<string>, mostBytes = MAX_KEPT_BYTES): void {
  try {
    const folders = readdirSync(root)
      .filter((name) => HASH.test(name))
      .map((name) => measure(join(root, name)));
    let bytes = folders.reduce((sum, folder) => sum + folder.bytes, 0);
    const oldestFirst = folders.sort((left, right) => left.lastWritten - right.lastWritten);
    for (const folder of oldestFirst.filter(({ path }) => !spared.has(path.slice(-64)))) {
      if (bytes <= mostBytes) return;
      rmSync(folder.path, { recursive: true, force: true });
      bytes -= folder.bytes;
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
}

function measure(path: string): KeptFolder {
  let bytes = 0;
  let lastWritten = lstatSync(path).mtimeMs;
  for (const name of readdirSync(path)) {
    const status = lstatSync(join(path, name));
    bytes += status.size;
    lastWritten = Math.max(lastWritten, status.mtimeMs);
  }
  return { path, bytes, lastWritten };
}
