import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Prepares a single executable of vasim (Node's SEA): collects what it has inside and writes the configuration for
 * `node --build-sea`. Inside are the program, its pages and scenarios, and what it needs of node_modules but for the
 * native module that draws PNG charts, which is another for each platform.
 */

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'out/executable');

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const inside = new Map<string, string>();

function take(folder: string, wanted: (path: string) => boolean = () => true): void {
  for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
    const path = relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (entry.isFile() && wanted(path)) inside.set(path, join(ROOT, path));
  }
}

take('dist', (path) => !path.startsWith('dist/types/'));
take('scenarios');
take('node_modules/piscina', (path) => /package\.json$|LICENSE|dist\/.*\.m?js$/.test(path));
for (const file of ['package.json', 'LICENSE']) inside.set(file, join(ROOT, file));

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, 'start.cjs'), "import('./dist/vasim.js');\n");
inside.set('start.cjs', join(OUT, 'start.cjs'));

const files = [...inside.keys()].sort();
const hash = createHash('sha256');
for (const file of files) hash.update(file).update(readFileSync(inside.get(file) ?? ''));
const index = { name: `${version}-${hash.digest('hex').slice(0, 12)}`, files };
writeFileSync(join(OUT, 'index.json'), JSON.stringify(index));
writeFileSync(
  join(OUT, 'sea-config.json'),
  `${JSON.stringify(
    {
      main: join(import.meta.dirname, 'main.cjs'),
      output: join(OUT, process.platform === 'win32' ? 'vasim.exe' : 'vasim'),
      disableExperimentalSEAWarning: true,
      assets: Object.fromEntries([['index.json', join(OUT, 'index.json')], ...inside]),
    },
    null,
    2,
  )}\n`,
);
console.log(
  `${files.length} files for the executable; now: npx --yes node@latest --build-sea out/executable/sea-config.json`,
);
