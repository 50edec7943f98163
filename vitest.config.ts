import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, type Plugin } from 'vitest/config';

/** Tests that replace modules of the program (`vi.mock`), so that no other test may share theirs. */
const ISOLATED = 'test/**/*.isolated.test.ts';

/**
 * The threads of campaigns run a bundle, which lies beside the pool's module in `dist`: with it a test can perform `compare`
 * in its own process, which takes a third of the time of another process.
 */
const builtWorker: Plugin = {
  name: 'built worker',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/experiments/replications/worker-pool.ts')) return undefined;
    const built = pathToFileURL(join(import.meta.dirname, 'dist/experiments/replications/worker-pool.js'));
    return { code: code.replaceAll('import.meta.url', JSON.stringify(built.href)), map: null };
  },
};

/**
 * Most files share the modules that a worker has loaded: loading them anew for each file took longer than the
 * tests themselves (test/model on two cores: 56 s, shared 16 s).
 */
export default defineConfig({
  plugins: [builtWorker],
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [ISOLATED],
          isolate: false,
          globalSetup: ['test/page/page-templates.ts'],
        },
      },
      { extends: true, test: { name: 'isolated', include: [ISOLATED] } },
    ],
  },
});
