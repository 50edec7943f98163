import { makeSource, type Place } from '../../text/source.ts';
import type { DiagnosticCollector } from './diagnostic-collector.ts';
import { mergeExtended } from './merge-extended.ts';
import { type ScenarioSources, SourceError } from './sources.ts';
import { inWords, type MapEntry, type MapNode } from './tree.ts';
import { readYaml } from './yaml-tree.ts';

/** The key that names the file to start from. */
export const EXTENDS = 'extends';

/** Files in one chain of `extends`. */
const MAX_CHAIN = 20;

/**
 * Reads a file and those that it extends, and lays each over the one that it starts from.
 *
 * @returns `undefined` when a file of the chain cannot be read; why is in `problems`
 */
export function readChain(
  file: string,
  sources: ScenarioSources,
  problems: DiagnosticCollector,
): MapNode | undefined {
  const files: string[] = [];
  const maps: MapNode[] = [];
  let next: string | undefined = file;
  let asked: Place | undefined;
  while (next !== undefined) {
    const text = askFor(() => sources.read(next!), asked ?? nowhereIn(file), problems);
    if (text === undefined) return undefined;
    const map = readMap(next, text, files.length, problems);
    if (map === undefined) return undefined;
    files.push(next);
    const parent: MapEntry | undefined = map.entries.get(EXTENDS);
    maps.push(without(map, EXTENDS));
    if (parent === undefined) break;
    asked = parent.value.place;
    next = parentOf(next, parent, sources, problems);
    if (next === undefined || !isNewLink(next, files, asked, problems)) return undefined;
  }
  return maps.reduceRight((merged, map) => mergeExtended(merged, map));
}

function askFor(ask: () => string, place: Place, problems: DiagnosticCollector): string | undefined {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    problems.report(place, error.message);
    return undefined;
  }
}

function nowhereIn(file: string): Place {
  return { source: makeSource(file, '', 0), start: 0, end: 0 };
}

const BYTE_ORDER_MARK = /^\uFEFF/;

function readMap(
  file: string,
  text: string,
  rank: number,
  problems: DiagnosticCollector,
): MapNode | undefined {
  const source = makeSource(file, text.replace(BYTE_ORDER_MARK, ''), rank);
  const root = readYaml(source, problems);
  if (root === undefined || root.kind === 'map') return root;
  problems.report(
    root.place,
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
  problems: DiagnosticCollector,
): string | undefined {
  const reference = value.kind === 'scalar' ? value.value : undefined;
  if (typeof reference === 'string' && reference.trim() !== '') {
    return askFor(() => sources.resolve(file, reference), value.place, problems);
  }
  problems.report(value.place, `expected the path of a scenario file, not ${inWords(value)}`);
  return undefined;
}

function isNewLink(
  next: string,
  files: readonly string[],
  asked: Place,
  problems: DiagnosticCollector,
): boolean {
  const before = files.indexOf(next);
  if (before >= 0) {
    const circle = [...files.slice(before), next].join(' -> ');
    problems.report(asked, `\`${EXTENDS}\` goes in a circle: ${circle}`);
    return false;
  }
  if (files.length < MAX_CHAIN) return true;
  problems.report(asked, `more than ${MAX_CHAIN} files extend one another`);
  return false;
}
