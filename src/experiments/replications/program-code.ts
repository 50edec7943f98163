import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** The folders whose code decides what a replication gives. */
const FOLDERS = ['../../engine/', '../../model/', '../../recording/', './'];

/** A hash of the code that simulates, as it lies on the disk. */
export function hashOfProgramCode(): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    const place = new URL(folder, import.meta.url);
    const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.[jt]s$/.test(file),
    );
    for (const file of files.map((name) => name.replaceAll('\\', '/')).sort())
      hash.update(`${folder}${file}\0`).update(readFileSync(new URL(file, place)));
  }
  return hash.digest('hex');
}
