import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder of a package, up to the file of it that is bundled. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * The names, versions and licenses of all packages of which bundles hold something.
 *
 * @param more files of packages that are shipped without being bundled, such as fonts
 */
export function licensesOf(bundles: readonly Metafile[], more: readonly string[] = []): string {
  const inputs = [...bundles.flatMap((bundle) => Object.keys(bundle.inputs)), ...more];
  const folders = inputs.flatMap((path) => PACKAGE_FOLDER.exec(path) ?? []);
  return [...new Set([...new Set(folders)].sort().map(licenseOf))].join(`\n${'-'.repeat(80)}\n\n`);
}

function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(ROOT, folder)).find((each) => /^licen[cs]e\b/i.test(each));
  const text = file === undefined ? '' : `\n${readFileSync(join(ROOT, folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
}
