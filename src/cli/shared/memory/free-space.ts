import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Bytes that may still be written where a file or folder is to be, which need not exist yet.
 *
 * @param place absolute path
 * @returns `null` where the file system does not say
 */
export function freeSpace(place: string): number | null {
  for (let folder = place; ; folder = dirname(folder)) {
    try {
      const { bavail, bsize, blocks } = statfsSync(folder);
      // Some file systems have no blocks of their own, such as those that show a service as files.
      return blocks === 0 ? null : bavail * bsize;
    } catch {
      if (dirname(folder) === folder) return null;
    }
  }
}
