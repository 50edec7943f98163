import { defineConfig } from 'vitest/config';

/** Tests that replace modules of the program (`vi.mock`), so that no other test may share theirs. */
const ISOLATED = 'test/**/*.isolated.test.ts';

/**
 * Most files share the modules that a worker has loaded: loading them anew for each file took longer than the
 * tests themselves (test/model on two cores: 56 s, shared 16 s).
 */
export default defineConfig({
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
