import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { EDITOR_NONCE } from '../content/editor/editor-nonce.ts';
import { PLACEHOLDERS } from '../file/html-page.ts';
import type { TemplateName } from '../file/template.ts';

/** Builds the templates of the pages: each one file with its styles, its script and the engine for its worker. */

const BROWSER = fileURLToPath(new URL('../browser/', import.meta.url));
const TEMPLATES = fileURLToPath(new URL('../../../dist/page/templates/', import.meta.url));

const OPTIONS: BuildOptions = {
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome103', 'firefox113'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** The templates by name. */
export async function bundlePages(): Promise<Record<TemplateName, string>> {
  const [engine, report, reportStyle, playground, playgroundStyle] = await Promise.all(
    [
      'worker/main.ts',
      'report/main.tsx',
      'styles/report.css',
      'playground/main.tsx',
      'styles/playground.css',
    ].map(bundled),
  );
  return {
    report: template(report, reportStyle, engine),
    playground: template(playground, playgroundStyle, engine, `'nonce-${EDITOR_NONCE}'`),
  };
}

/** Bundles the pages into `dist`. */
export async function buildPages(): Promise<void> {
  const pages = await bundlePages();
  mkdirSync(TEMPLATES, { recursive: true });
  for (const [name, text] of Object.entries(pages)) {
    // Whole at once, as others may be reading it.
    writeFileSync(`${TEMPLATES}${name}.new`, text);
    renameSync(`${TEMPLATES}${name}.new`, `${TEMPLATES}${name}.html`);
  }
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({ ...OPTIONS, entryPoints: [`${BROWSER}${entry}`] });
  return outputFiles![0].text.trim();
}

/** @param styles what besides its own style sheet the policy lets in */
function template(script: string, style: string, engine: string, styles = ''): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}' ${styles}`.trimEnd(),
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
<style>${style}</style>
</head>
<body>
<div id="page"><noscript><p>This page needs JavaScript, which is switched off in this browser.</p></noscript></div>
<script type="application/octet-stream" id="document">${PLACEHOLDERS.document}</script>
<script type="text/plain" id="engine">${inScript(engine)}</script>
<script>${inScript(script)}</script>
</body>
</html>
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
