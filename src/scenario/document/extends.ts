import { plainText } from '../../text/plain-text.ts';
import { makeSource, type SourceRange } from '../../text/source.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { mergeExtended } from './merge-extended.ts';
import { type ScenarioSources, SourceError } from './sources.ts';
import { inWords, type MapEntry, type MapNode } from './tree.ts';
import { readYaml } from './yaml-tree.ts';

/** The key that names the file to start from. */
export const EXTENDS = 'extends';

/** Files in one chain of `extends`. */
const MAX_CHAIN = 20;
/** Characters of a circle of files that a message shows. */
const MAX_CIRCLE = 300;

/**
 * Reads a file and those that it extends, and lays each over the one that it starts from.
 *
 * @param base the file that the first one starts from where it says nothing of it; default: none
 * @returns `undefined` when a file of the chain cannot be read; why is in `diagnostics`
 */
export function readChain(
  file: string,
  sources: ScenarioSources,
  diagnostics: ScenarioDiagnostics,
  base?: string,
): MapNode | undefined {
  const files: string[] = [];
  const maps: MapNode[] = [];
  let next: string | undefined = file;
  let asked: SourceRange | undefined;
  while (next !== undefined) {
    const text = askFor(() => sources.read(next!), asked ?? startOf(file), diagnostics);
    if (text === undefined) return undefined;
    const map = readMap(next, text, files.length, diagnostics);
    if (map === undefined) return undefined;
    files.push(next);
    const parent: MapEntry | undefined = map.entries.get(EXTENDS);
    maps.push(without(map, EXTENDS));
    if (parent !== undefined) {
      asked = parent.value.range;
      next = parentOf(next, parent, sources, diagnostics);
    } else if (files.length === 1 && base !== undefined) {
      asked = startOf(file);
      next = base;
    } else break;
    if (next === undefined || !isNewLink(next, files, asked, diagnostics)) return undefined;
  }
  return maps.reduceRight((merged, map) => mergeExtended(merged, map));
}

function askFor(ask: () => string, range: SourceRange, diagnostics: ScenarioDiagnostics): string | undefined {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    diagnostics.error('cannot-read-file', range, error.message);
    return undefined;
  }
}

function startOf(file: string): SourceRange {
  return { source: makeSource(file, '', 0), start: 0, end: 0 };
}

const BYTE_ORDER_MARK = /^\uFEFF/;

function readMap(
  file: string,
  text: string,
  rank: number,
  diagnostics: ScenarioDiagnostics,
): MapNode | undefined {
  const source = makeSource(file, text.replace(BYTE_ORDER_MARK, ''), rank);
  const root = readYaml(source, diagnostics);
  if (root === undefined || root.kind === 'map') return root;
  diagnostics.error(
    'wrong-type',
    root.range,
    `a scenario is a map of keys such as \`networks\` and \`machines\`, not ${inWords(root)}`,
  );
  return undefined;
}

function without(map: MapNode, name: string): MapNode {
  const entries = new Map(map.entries);
  entries.delete(name);
  return { ...map, entries };
}

function parentOf(
  file: string,
  { value }: MapEntry,
  sources: ScenarioSources,
  diagnostics: ScenarioDiagnostics,
): string | undefined {
  const reference = value.kind === 'scalar' ? value.value : undefined;
  if (typeof reference === 'string' && reference.trim() !== '') {
    return askFor(() => sources.resolve(file, reference), value.range, diagnostics);
  }
  diagnostics.error('wrong-type', value.range, `expected the path of a scenario file, not ${inWords(value)}`);
  return undefined;
}

function isNewLink(
  next: string,
  files: readonly string[],
  asked: SourceRange,
  diagnostics: ScenarioDiagnostics,
): boolean {
  const before = files.indexOf(next);
  if (before >= 0) {
    const circle = [...files.slice(before), next].join(' -> ');
    diagnostics.error('circular-extends', asked, `circular \`${EXTENDS}\`: ${plainText(circle, MAX_CIRCLE)}`);
    return false;
  }
  if (files.length < MAX_CHAIN) return true;
  diagnostics.error('long-extends', asked, `at most ${MAX_CHAIN} files may extend one another`);
  return false;
}
