import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { buildPages } from './src/page/build/bundle-page.ts';
import { licensesOf } from './src/page/build/licenses.ts';

/**
 * Makes `dist`: the command line and the library as few files that load fast, the worker of campaigns, the fonts of
 * charts, the templates of the pages, and the licenses of what is bundled.
 */

const ROOT = import.meta.dirname;
const SOURCES = join(ROOT, 'src');
const DIST = join(ROOT, 'dist');
const require = createRequire(import.meta.url);

/** The weights and scripts of the type that charts use; a canvas without fonts draws no text at all. */
const FONTS = dirname(require.resolve('@fontsource/inter/files/inter-latin-400-normal.woff'));
const FONT_FILES =
  /^inter-(?:latin|cyrillic|greek)(?:-ext)?-[46]00-normal\.woff$|^inter-vietnamese-[46]00-normal\.woff$/;

/** What a declaration imports from another, up to the quote behind it. */
const RELATIVE_IMPORT = /(?:from |import\()['"](\.[^'"]+)\.ts['"]/g;

/** A module that asks where it is gets the place that it has in `src`, below `dist`: the files that it looks for are there. */
const sourceLocations: Plugin = {
  name: 'source locations',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const name = relative(SOURCES, path).replaceAll('\\', '/').replace(/\.ts$/, '.js');
      if (name.startsWith('..')) return undefined;
      const text = readFileSync(path, 'utf8');
      if (!text.includes('import.meta.url')) return undefined;
      const location = `new URL('./${name}', import.meta.url).href`;
      return { contents: text.replaceAll('import.meta.url', location), loader: 'ts' };
    });
  },
};

/**
 * chartjs-node-canvas requires its parts by names that are known only when it runs, and wants a `canvas` that needs a
 * compiler to install. Here `@napi-rs/canvas` answers, and Chart.js is one module for all.
 */
const chartLibraries: Plugin = {
  name: 'chart libraries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^chart\.js(?:\/\w+)?$/ }, ({ path }) => ({ path: require.resolve(path) }));
    onLoad({ filter: /chartjs-node-canvas[\\/]dist[\\/]freshRequire\.js$/ }, () => ({
      contents: `exports.freshRequire = (name) => {
        if (name === 'canvas') return require('@napi-rs/canvas');
        if (name === 'chartjs-plugin-annotation') return require('chartjs-plugin-annotation');
        throw new Error(name + ' is not bundled');
      };`,
      loader: 'js',
    }));
  },
};

/**
 * chartjs-plugin-annotation works out some 80 options of each annotation twice, most of them of labels, callouts and arrow heads that
 * are not shown: half of the time that a chart with 20 marks took. Without these it gives the same pictures in three quarters.
 */
const chartAnnotations: Plugin = {
  name: 'chart annotations',
  setup({ onLoad }) {
    onLoad(
      { filter: /chartjs-plugin-annotation[\\/]dist[\\/]chartjs-plugin-annotation\.cjs$/ },
      ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const shownOnly = text.replace(
          'const resolve = (value, optDefs) => helpers.isObject(optDefs) ?',
          `const resolve = (value, optDefs) => 'display' in Object(optDefs) && !value.display ? { display: false } :
           helpers.isObject(optDefs) ?`,
        );
        const contents = shownOnly.replace(
          'updateSubElements(element, properties.elements,',
          `updateSubElements(element, properties.elements.filter(
           ({ optionScope }) => optionScope !== 'label' || resolver.label.display),`,
        );
        if (shownOnly === text || contents === shownOnly)
          throw new Error(`${path} has changed: see what it works out of annotations that show nothing`);
        return { contents, loader: 'js' };
      },
    );
  },
};

/** Outside node_modules yargs asks for the current folder while it loads, before anybody can handle that there is none. */
const yargsLocation: Plugin = {
  name: 'yargs location',
  setup({ onLoad }) {
    onLoad({ filter: /yargs[\\/]lib[\\/]platform-shims[\\/]esm\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace('mainFilename || process.cwd()', 'mainFilename');
      if (contents === text)
        throw new Error(`${path} has changed: see whether it still asks for the current folder`);
      return { contents, loader: 'js' };
    });
  },
};

/**
 * string-width makes a segmenter of graphemes while it loads, which takes 20 ms of every command, and the older copies of it have no
 * short way for ASCII, of which all help is: without both, `--help` took 248 ms in place of 322.
 */
const stringWidth: Plugin = {
  name: 'string width',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, () => ({ path: require.resolve('string-width') }));
    onLoad({ filter: /string-width[\\/]index\.js$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replace('const segmenter = new Intl.Segmenter();', 'let segmenter;')
        .replace('segmenter.segment(', '(segmenter ??= new Intl.Segmenter()).segment(');
      if (!contents.includes('let segmenter;') || !contents.includes('(segmenter ??='))
        throw new Error(`${path} has changed: see whether it still makes a segmenter while it loads`);
      return { contents, loader: 'js' };
    });
  },
};

const OPTIONS = {
  bundle: true,
  outdir: DIST,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  charset: 'utf8',
  legalComments: 'none',
  // Numbers that are constants are written where they are used, which is a tenth of a simulation's time.
  minifySyntax: true,
  metafile: true,
  logLevel: 'warning',
  external: ['@napi-rs/canvas', 'piscina'],
  plugins: [sourceLocations, chartLibraries, chartAnnotations, yargsLocation, stringWidth],
  banner: {
    js: "import { createRequire as createBundleRequire } from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
  },
} as const satisfies BuildOptions;

rmSync(DIST, { recursive: true, force: true });
// Ending a thread while it requires an ES module aborts the process (Node.js 20.20), and a pool's thread requires its file.
const worker = await build({
  ...OPTIONS,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  banner: {},
  entryPoints: { 'experiments/replications/worker': join(SOURCES, 'experiments/replications/worker.ts') },
});
const program = await build({
  ...OPTIONS,
  splitting: true,
  entryPoints: {
    vasim: join(SOURCES, 'cli/main.ts'),
    'cli/thread': join(SOURCES, 'cli/thread.ts'),
    index: join(SOURCES, 'library/vasim.ts'),
  },
  chunkNames: 'chunk-[hash]',
});
cpSync(FONTS, join(DIST, 'charts/fonts'), {
  recursive: true,
  filter: (path) => path === FONTS || FONT_FILES.test(relative(FONTS, path)),
});
const pages = await buildPages();
writeFileSync(
  join(DIST, 'THIRD-PARTY-LICENSES.txt'),
  licensesOf([worker.metafile, program.metafile, ...pages], ['node_modules/@fontsource/inter/package.json']),
);

writeDeclarations(join(DIST, 'types'), 'library/vasim.d.ts');

/** Writes the declarations that the library's own mention, directly or not; those of no other file. */
function writeDeclarations(folder: string, library: string): void {
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  const args = [compiler, '-p', 'tsconfig.build.json', '--pretty', 'false'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  const kept = new Set([library]);
  for (const file of kept) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(RELATIVE_IMPORT))
      kept.add(posix.join(posix.dirname(file), `${name}.d.ts`));
    writeFileSync(
      join(folder, file),
      text.replace(RELATIVE_IMPORT, (whole) => whole.replace(/ts(.)$/, 'js$1')),
    );
  }
  const concerns = (line: string) =>
    [...kept].some((file) => line.startsWith(`src/${file.replace('.d.ts', '.ts')}(`));
  const errors = stdout.split('\n').filter(concerns);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(relative(folder, path).replaceAll('\\', '/'))) rmSync(path);
  }
}
