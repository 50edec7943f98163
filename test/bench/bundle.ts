import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { MEASURES } from './measures-file.ts';

/** Where the sources are, seen from the compiled file. */
const SOURCE = fileURLToPath(new URL('../../../../../test/bench/measure.ts', import.meta.url));

/** Bundles what is measured as the package is bundled: constants written where they are used make a tenth of the time. */
export async function bundleMeasures(): Promise<void> {
  await build({
    entryPoints: [SOURCE],
    outfile: MEASURES,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minifySyntax: true,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module';\nconst require = createBundleRequire(import.meta.url);",
    },
  });
}
