import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPages } from '../../src/page/build/bundle-page.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
const TEMPLATE = fileURLToPath(new URL('../../dist/page/templates/report.html', import.meta.url));

/** Before any test: the templates that commands write pages with, where they are older than the sources. */
export async function setup(): Promise<void> {
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const newest = Math.max(...names.map((name) => changed(`${SOURCES}${name}`)));
  if (changed(TEMPLATE) < newest) await buildPages();
}

/** When a file was written last, in milliseconds; 0 of one that does not exist. */
function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
