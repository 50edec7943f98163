import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/** Who may call whom: the rules of `src/README.md`, each with its reason as the message. */

/** From the ground up: a file imports only from its own floor and those below it. */
export const FLOORS = [
  'engine',
  'text',
  'model',
  'scenario',
  'recording',
  'experiments',
  'advice',
  'charts',
  'page',
  'library',
  'cli',
];
/** The first four floors run in a browser page as well, as do some rooms of the page's own. */
const WITHOUT_NODE = [...FLOORS.slice(0, 4).map((floor) => `${floor}/`), 'page/content/', 'page/browser/'];
const BELOW_CLI = FLOORS.slice(0, -1);
const MAX_LINES = 300;

/** The only file that names `process`. */
const PROCESS_OWNER = 'cli/this-process.ts';

/** The only files that read or write files. */
export const FILE_OWNERS = [
  'cli/completion/files.ts',
  'cli/init/new-file.ts',
  'cli/shared/input/load-scenario.ts',
  'cli/shared/memory/free-space.ts',
  'cli/shared/results/write-text.ts',
  'library/files/scenario-files.ts',
  'library/files/text-file.ts',
  'cli/shared/version.ts',
  'experiments/replications/bounded-file.ts',
  'cli/this-process.ts',
  'cli/shared/input/shipped-files.ts',
  'experiments/replications/evict-oldest.ts',
  'experiments/replications/replication-cache.ts',
  'experiments/replications/program-code.ts',
  'experiments/replications/worker-pool.ts',
  'page/build/bundle-page.ts',
  'page/build/licenses.ts',
  'page/file/template.ts',
  'recording/folder/csv-file.ts',
  'recording/folder/parent-folders.ts',
  'recording/folder/folder-contents.ts',
  'recording/folder/run-folder-leftovers.ts',
  'recording/folder/run-folder-place.ts',
  'recording/folder/run-folder.ts',
];

/** Texts of files by their path inside `src`. */
export type Sources = Readonly<Record<string, string>>;

const floorOf = (file: string) => file.split('/')[0];

/** Strings, comments and regular expressions; of a template only what stands between its braces is code. */
const NOT_CODE =
  /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?{};]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g;

const codeOf = (text: string) =>
  text.replace(NOT_CODE, (match) =>
    match.startsWith('`')
      ? [...match.matchAll(/\$\{([^}]*)\}/g)].map(([, code]) => `(${code})`).join('')
      : match.startsWith('/')
        ? ' '
        : "''",
  );

/** Imports made when a file is loaded or when they are needed, and files that workers are started with. */
const IMPORTS = [
  /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"]+\.[jt]s)['"],\s*import\.meta\.url/g,
];

/** What a file imports: files of `src` by their path inside it, modules as they are named. Types count too. */
export function importsOf(file: string, text: string): string[] {
  const names = IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name));
  return names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name));
}

function floorProblems(file: string, text: string, sources: Sources): string[] {
  const floor = FLOORS.indexOf(floorOf(file));
  if (floor === -1) return [`${file} stands on no floor: the folders of src are ${FLOORS.join(', ')}`];
  return importsOf(file, text)
    .filter((name) => name in sources && FLOORS.indexOf(floorOf(name)) > floor)
    .map((name) => `${file} imports ${name}: ${floorOf(file)} knows nothing of the floors above it`);
}

function nodeProblems(file: string, text: string): string[] {
  const builtins = importsOf(file, text).filter((name) => isBuiltin(name));
  const room = WITHOUT_NODE.find((folder) => file.startsWith(folder));
  const problems =
    room !== undefined
      ? builtins.map((name) => `${file} imports ${name}: ${room.slice(0, -1)} must run in a browser page too`)
      : [];
  if (builtins.some((name) => /^(node:)?fs\b/.test(name)) && !FILE_OWNERS.includes(file))
    problems.push(`${file} imports node:fs: few files own files, those that FILE_OWNERS lists`);
  return problems;
}

function globalProblems(file: string, text: string): string[] {
  const code = codeOf(text);
  const problems: string[] = [];
  const usesProcess = /(?<![\w$.])(?:globalThis\.)?process\b(?!\s*:)/.test(code);
  const importsProcess = importsOf(file, text).some((name) => /^(node:)?process$/.test(name));
  if ((usesProcess || importsProcess) && file !== PROCESS_OWNER)
    problems.push(`${file} names process: only ${PROCESS_OWNER} knows the process, the rest is told`);
  const chance = /\bMath\s*\.\s*random\b|\bDate\s*\.\s*now\b|\bnew\s+Date\b(?:\s*\(\s*\)|(?!\s*\())/.exec(
    code,
  );
  if (chance !== null && BELOW_CLI.includes(floorOf(file)))
    problems.push(`${file} uses ${chance[0]}: a run must give the same bytes every time`);
  return problems;
}

function shapeProblems(file: string, text: string): string[] {
  const problems: string[] = [];
  const lines = text.trimEnd().split('\n').length;
  if (lines > MAX_LINES)
    problems.push(`${file} has ${lines} lines: above ${MAX_LINES} it holds more than one thing`);
  const reexports = /\bexport\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\b\s*''\s*;?/g;
  const code = codeOf(text);
  const rest = code.replace(reexports, '').replace(/\bimport\b[^;]*;/g, '');
  if (reexports.test(code) && rest.trim() === '')
    problems.push(`${file} only re-exports: import from the file that has it, or cycles hide behind barrels`);
  return problems;
}

/** Who imports whom, with the import that shows it. */
type Graph = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The imports inside `src`, between what `nodeOf` makes of the files. */
function graphOf(sources: Sources, nodeOf: (file: string) => string): Graph {
  const graph = new Map<string, Map<string, string>>();
  for (const file of Object.keys(sources).sort()) {
    const targets = graph.get(nodeOf(file)) ?? new Map<string, string>();
    graph.set(nodeOf(file), targets);
    for (const name of importsOf(file, sources[file])) {
      const isShown = targets.has(nodeOf(name));
      if (name in sources && !isShown) targets.set(nodeOf(name), `${file} imports ${name}`);
    }
  }
  return graph;
}

/** The circles of a graph, each begun at its first node by name. */
function circlesOf(graph: Graph): string[][] {
  const circles = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): void => {
    const start = path.indexOf(node);
    if (start !== -1) {
      const circle = path.slice(start);
      const first = circle.indexOf([...circle].sort()[0]);
      const turned = [...circle.slice(first), ...circle.slice(0, first), circle[first]];
      circles.set(turned.join(' -> '), turned);
      return;
    }
    if (done.has(node)) return;
    for (const target of graph.get(node)?.keys() ?? []) visit(target, [...path, node]);
    done.add(node);
  };
  for (const node of [...graph.keys()].sort()) visit(node, []);
  return [...circles.values()];
}

function cycleProblems(sources: Sources): string[] {
  return circlesOf(graphOf(sources, (file) => file)).map(
    (circle) =>
      `${circle.join(' -> ')}: imports must not go in a circle, nor types, nor what is imported when needed`,
  );
}

/** Circles of folders; the files of a folder itself are a node beside its sub-folders. */
function folderProblems(sources: Sources): string[] {
  const graph = graphOf(sources, (file) => posix.dirname(file));
  const withoutOwn = new Map(
    [...graph].map(([folder, targets]) => [
      folder,
      new Map([...targets].filter(([target]) => target !== folder)),
    ]),
  );
  return circlesOf(withoutOwn).map((circle) => {
    const imports = circle.slice(1).map((folder, step) => graph.get(circle[step])?.get(folder));
    return `${circle.join(' -> ')}: folders must not import each other in a circle, or none can be read by itself (${imports.join('; ')})`;
  });
}

/** Every breach of the rules, a line each. */
export function problemsOf(sources: Sources): string[] {
  const ofFiles = Object.entries(sources).flatMap(([file, text]) => [
    ...floorProblems(file, text, sources),
    ...nodeProblems(file, text),
    ...globalProblems(file, text),
    ...shapeProblems(file, text),
  ]);
  return [...ofFiles, ...cycleProblems(sources), ...folderProblems(sources)];
}
