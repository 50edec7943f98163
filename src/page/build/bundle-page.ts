import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { EDITOR_NONCE } from '../content/editor/editor-nonce.ts';
import { PLACEHOLDERS } from '../file/html-page.ts';
import type { TemplateName } from '../file/template.ts';
import { licensesOf } from './licenses.ts';

/** Builds the templates of the pages: each one file with its styles, its script and the engine for its worker. */

const BROWSER = fileURLToPath(new URL('../browser/', import.meta.url));
const TEMPLATES = fileURLToPath(new URL('../../../dist/page/templates/', import.meta.url));

const OPTIONS = {
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome103', 'firefox113'] as string[],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
  define: { 'process.env.NODE_ENV': '"production"' },
} as const satisfies BuildOptions;

/** A part of a page, and what it was bundled from. */
interface Part {
  readonly text: string;
  readonly metafile: Metafile;
}

/** Templates by name, and what they were bundled from. */
export interface BundledPages {
  readonly templates: Record<TemplateName, string>;
  readonly metafiles: readonly Metafile[];
}

/** Bundles the templates of the pages. */
export async function bundlePages(): Promise<BundledPages> {
  const parts = await Promise.all(
    [
      'worker/main.ts',
      'report/main.tsx',
      'styles/report.css',
      'playground/main.tsx',
      'styles/playground.css',
    ].map(bundled),
  );
  const [engine, report, reportStyle, playground, playgroundStyle] = parts;
  return {
    templates: {
      report: template(report, reportStyle, engine),
      playground: template(playground, playgroundStyle, engine, `'nonce-${EDITOR_NONCE}'`),
    },
    metafiles: parts.map(({ metafile }) => metafile),
  };
}

/**
 * Bundles the pages into `dist`.
 *
 * @returns what they were bundled from
 */
export async function buildPages(): Promise<readonly Metafile[]> {
  const { templates, metafiles } = await bundlePages();
  mkdirSync(TEMPLATES, { recursive: true });
  for (const [name, text] of Object.entries(templates)) {
    // Whole at once, as others may be reading it.
    writeFileSync(`${TEMPLATES}${name}.new`, text);
    renameSync(`${TEMPLATES}${name}.new`, `${TEMPLATES}${name}.html`);
  }
  return metafiles;
}

async function bundled(entry: string): Promise<Part> {
  const { outputFiles, metafile } = await build({ ...OPTIONS, entryPoints: [`${BROWSER}${entry}`] });
  return { text: outputFiles[0].text.trim(), metafile };
}

/** @param styles what besides its own style sheet the policy lets in */
function template(script: Part, style: Part, engine: Part, styles = ''): string {
  const licenses = licensesOf([script.metafile, engine.metafile]);
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script.text)}'`,
    `style-src '${hashOf(style.text)}' ${styles}`.trimEnd(),
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="vasim">
<title>${PLACEHOLDERS.title}</title>
<link rel="icon" href="data:,">
<style>${style.text}</style>
</head>
<body>
<div id="page"><noscript><p>This page needs JavaScript, which is switched off in this browser.</p></noscript></div>
<script type="application/octet-stream" id="document">${PLACEHOLDERS.document}</script>
<script type="text/plain" id="engine">${inScript(engine.text)}</script>
<script>${inScript(script.text)}</script>
</body>
</html>
<!--
Licenses of the software in this page:

${licenses.replaceAll('--', '- -')}
-->
`;
}

/** esbuild keeps texts that end a script out of its output; what is left of them would cut the page in two. */
function inScript(code: string): string {
  if (/<\/script|<!--/i.test(code)) throw new Error('the bundle holds a text that ends a script');
  return code;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
