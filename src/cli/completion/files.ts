import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** Names that are offered at most. */
const MAX_OFFERED = 200;

/**
 * Scenario files and folders whose paths begin as typed, folders with a slash behind; none where a folder cannot be
 * read.
 */
export function pathsLike(typed: string, currentFolder: string): string[] {
  const cut = typed.lastIndexOf('/') + 1;
  const folder = typed.slice(0, cut);
  try {
    return readdirSync(resolve(currentFolder, folder === '' ? '.' : folder), { withFileTypes: true })
      .filter((entry) => entry.name.startsWith(typed.slice(cut)) && !entry.name.startsWith('.'))
      .filter((entry) => entry.isDirectory() || /\.(ya?ml|json)$/i.test(entry.name))
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
      .sort()
      .slice(0, MAX_OFFERED);
  } catch {
    return [];
  }
}
