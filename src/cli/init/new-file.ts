import { writeFileSync } from 'node:fs';

/**
 * Writes a file that does not exist yet.
 *
 * @returns false when there is one already; it stays as it is
 * @throws Error of the file system when it cannot be written
 */
export function writeNewFile(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
