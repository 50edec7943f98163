import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FILE_OWNERS, FLOORS, importsOf, problemsOf, type Sources } from './architecture-rules.ts';

function readSources(): Sources {
  const folder = new URL('../src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]));
}

test('the sources keep the rules of the house', () => {
  expect(problemsOf(readSources())).toEqual([]);
});

test('every file that is said to own files does', () => {
  const sources = readSources();
  const idle = FILE_OWNERS.filter((file) => !importsOf(file, sources[file] ?? '').includes('node:fs'));
  expect(idle).toEqual([]);
});

test('only tests in files of their own replace modules, since the others share theirs', () => {
  const folder = new URL('./', import.meta.url);
  const mocking = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.isolated.test.ts'))
    .filter((file) =>
      /^\s*vi\.(mock|doMock|resetModules)\(/m.test(readFileSync(new URL(file, folder), 'utf8')),
    );
  expect(mocking).toEqual([]);
});

test.each<[string, Sources, string[]]>([
  [
    'an import from a floor above',
    { 'model/a.ts': "import type { B } from '../cli/b.ts';", 'cli/b.ts': '' },
    ['model/a.ts imports cli/b.ts: model knows nothing of the floors above it'],
  ],
  [
    'an import over several lines, and one made when it is needed',
    {
      'engine/a.ts': "import {\n  b,\n} from '../model/b.ts';\nconst c = await import('../model/c.ts');",
      'model/b.ts': '',
      'model/c.ts': '',
    },
    ['b', 'c'].map(
      (name) => `engine/a.ts imports model/${name}.ts: engine knows nothing of the floors above it`,
    ),
  ],
  [
    'a file on no floor',
    { 'utils/a.ts': '' },
    [`utils/a.ts stands on no floor: the folders of src are ${FLOORS.join(', ')}`],
  ],
  [
    'a module of Node below the recording, with its prefix and without',
    { 'scenario/a.ts': "import { join } from 'node:path';\nimport os from 'os';" },
    ['node:path', 'os'].map(
      (name) => `scenario/a.ts imports ${name}: scenario must run in a browser page too`,
    ),
  ],
  [
    'files in the hands of a file that owns none',
    { 'charts/a.ts': "import { readFile } from 'node:fs/promises';" },
    ['charts/a.ts imports node:fs: few files own files, those that FILE_OWNERS lists'],
  ],
  [
    'the process, by name and by import',
    {
      'cli/a.ts': `const words = \`\${process.argv.length} words\`;`,
      'cli/b.ts': "import { exit } from 'node:process';",
    },
    ['a', 'b'].map(
      (name) => `cli/${name}.ts names process: only cli/this-process.ts knows the process, the rest is told`,
    ),
  ],
  [
    'chance and the clock on the wall',
    {
      'model/a.ts': 'const a = Math.random();',
      'page/b.ts': 'const b = Date.now();',
      'charts/c.ts': 'const c = new Date();',
    },
    [
      'model/a.ts uses Math.random: a run must give the same bytes every time',
      'page/b.ts uses Date.now: a run must give the same bytes every time',
      'charts/c.ts uses new Date(): a run must give the same bytes every time',
    ],
  ],
  [
    'a barrel',
    { 'model/index.ts': "// all of it\nexport * from './a.ts';\nexport type { B } from './b.ts';\n" },
    ['model/index.ts only re-exports: import from the file that has it, or cycles hide behind barrels'],
  ],
  [
    'a circle of imports, of types and those made when needed too',
    {
      'model/a.ts': "import { b } from './b.ts';",
      'model/b.ts': "import type { C } from './deep/c.ts';",
      'model/deep/c.ts': "export { d } from '../d.ts';\nexport const c = 1;",
      'model/d.ts': "const a = await import('./a.ts');",
    },
    [
      'model/a.ts -> model/b.ts -> model/deep/c.ts -> model/d.ts -> model/a.ts: imports must not go in a circle, nor types, nor what is imported when needed',
      'model -> model/deep -> model: folders must not import each other in a circle, or none can be read by itself (model/b.ts imports model/deep/c.ts; model/deep/c.ts imports model/d.ts)',
    ],
  ],
  [
    'a circle of folders, though none of files',
    {
      'model/a/one.ts': "import type { Two } from '../b/two.ts';",
      'model/b/two.ts': '',
      'model/b/three.ts': "import { four } from '../a/four.ts';",
      'model/a/four.ts': '',
    },
    [
      'model/a -> model/b -> model/a: folders must not import each other in a circle, or none can be read by itself (model/a/one.ts imports model/b/two.ts; model/b/three.ts imports model/a/four.ts)',
    ],
  ],
  [
    'a long file',
    { 'model/a.ts': 'let a = 1;\n'.repeat(301) },
    ['model/a.ts has 301 lines: above 300 it holds more than one thing'],
  ],
])('the checker finds %s', (_what, sources, problems) => {
  expect(problemsOf(sources)).toEqual(problems);
});

test('the checker finds nothing wrong where nothing is', () => {
  const sources: Sources = {
    'cli/main.ts': "import { a } from '../model/a.ts';\nconst now = Date.now();\n",
    'model/a.ts':
      "/* process.exit, Math.random() */\nexport const a = 'new Date()'; // Date.now()\nconst at = new Date(2008, 2, 3);\n",
    'model/b.ts': "import { a } from './a.ts';\nexport const quote = /['\"]/;\nworker.process(a);\n",
    'cli/this-process.ts': 'export const words = process.argv;\n',
    'model/c.ts': "export { a } from './a.ts';\nexport const c = 300;\n",
    'model/long.ts': 'let a = 1;\n'.repeat(300),
  };
  expect(problemsOf(sources)).toEqual([]);
});
