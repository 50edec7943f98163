import type * as z from 'zod';
import { alternatives, nearest } from '../../text/nearest.ts';
import { type Place, wholeOf } from '../../text/source.ts';
import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import type { MapNode, Node } from '../document/tree.ts';
import { documentSchema, entrySchemas, settingSchemas } from '../schema/document.ts';
import { COMPARISONS } from '../schema/expectations.ts';
import { isSection, SECTION_NAMES, type Section } from '../schema/sections.ts';
import { TIMELINE_ACTIONS } from '../schema/timeline.ts';
import type {
  Entry,
  ExpectationValue,
  ParsedScenario,
  Sections,
  Settings,
  TimelineValue,
} from './parsed-scenario.ts';
import { readWith, reportUnknownKey, reportWrongKind } from './schema-problems.ts';

const KNOWN_KEYS = Object.keys(documentSchema.shape);

/** Checks every part of a merged scenario by itself, so that an error in one hides none in another. */
export function parseSections(document: MapNode, problems: DiagnosticCollector): ParsedScenario {
  for (const [name, { key }] of document.entries) {
    if (!KNOWN_KEYS.includes(name)) reportUnknownKey(problems, key, name, KNOWN_KEYS);
  }
  return {
    document,
    settings: readSettings(document, problems),
    sections: readSections(document, problems),
    timeline: readList(document, 'timeline', TIMELINE_ACTIONS, 'action', problems) as Entry<TimelineValue>[],
    expectations: readList(
      document,
      'expect',
      COMPARISONS,
      'comparison',
      problems,
    ) as Entry<ExpectationValue>[],
  };
}

/**
 * Sections that are not written as such but perhaps under another name: what they declare is not known, so
 * that references to it cannot be called wrong.
 */
export function unreadableSections(document: MapNode): ReadonlySet<Section> {
  const misspelled = [...document.entries.keys()]
    .filter((name) => !KNOWN_KEYS.includes(name))
    .map((name) => nearest(name, KNOWN_KEYS));
  const wrong = SECTION_NAMES.filter((name) => (document.entries.get(name)?.value.kind ?? 'map') !== 'map');
  return new Set([
    ...wrong,
    ...misspelled.filter((name) => name !== undefined && isSection(name)),
  ] as Section[]);
}

function readSettings(document: MapNode, problems: DiagnosticCollector): Settings {
  const settings = Object.entries(settingSchemas).map(([name, schema]) => {
    const entry = document.entries.get(name);
    const value =
      entry === undefined ? schema.parse(undefined) : readWith(schema, entry.value, entry.key, problems);
    return [name, value];
  });
  return Object.fromEntries(settings) as Settings;
}

function readSections(document: MapNode, problems: DiagnosticCollector): Sections {
  const sections = SECTION_NAMES.map((name) => {
    const node = document.entries.get(name)?.value;
    return [name, readSection(node, entrySchemas[name], problems)];
  });
  return Object.fromEntries(sections) as Sections;
}

function readSection(
  node: Node | undefined,
  schema: z.ZodType,
  problems: DiagnosticCollector,
): ReadonlyMap<string, Entry<unknown>> {
  const entries = new Map<string, Entry<unknown>>();
  if (node === undefined) return entries;
  if (node.kind !== 'map') {
    reportWrongKind(problems, node, 'a map of names', '{}');
    return entries;
  }
  for (const [name, { key, value: written }] of node.entries) {
    const value = readMap(written, key, schema, problems);
    if (value !== undefined) entries.set(name, { name, value, node: written, key });
  }
  return entries;
}

function readMap(node: Node, key: Place, schema: z.ZodType, problems: DiagnosticCollector): unknown {
  if (node.kind === 'map') return readWith(schema, node, key, problems);
  reportWrongKind(problems, node, 'a map', '{}');
  return undefined;
}

/** Reads a list whose entries are told apart by which of some keys they have. */
function readList(
  document: MapNode,
  section: string,
  variants: Readonly<Record<string, z.ZodObject>>,
  tag: string,
  problems: DiagnosticCollector,
): readonly Entry<unknown>[] {
  const node = document.entries.get(section)?.value;
  if (node === undefined) return [];
  if (node.kind !== 'list') {
    reportWrongKind(problems, node, 'a list', '[]');
    return [];
  }
  return node.items.flatMap((item, index) => {
    const start = { ...item.place, end: item.place.start + 1 };
    const variant = variantOf(item, start, variants, problems);
    const value = variant && (readMap(item, start, variants[variant], problems) as object | undefined);
    if (!variant || !value) return [];
    return [{ name: String(index), value: { ...value, [tag]: variant }, node: item, key: start }];
  });
}

/** The one of the distinguishing keys that an entry has. */
function variantOf(
  item: Node,
  start: Place,
  variants: Readonly<Record<string, z.ZodObject>>,
  problems: DiagnosticCollector,
): string | undefined {
  const names = Object.keys(variants);
  if (item.kind !== 'map') return names[0];
  const written = names.filter((name) => item.entries.has(name));
  if (written.length === 1) return written[0];
  const expected = `exactly one of ${alternatives(names)}`;
  if (written.length > 1) {
    const [first, second] = written.sort((a, b) => startOf(item, a) - startOf(item, b));
    const place = item.entries.get(second)?.key ?? start;
    problems.report(place, `\`${second}\` stands beside \`${first}\`: an entry has ${expected}`);
    return undefined;
  }
  const known = [...new Set(Object.values(variants).flatMap((schema) => Object.keys(schema.shape)))];
  const unknown = [...item.entries].filter(([name]) => !known.includes(name));
  for (const [name, { key }] of unknown) reportUnknownKey(problems, key, name, known);
  const isMisspelled = unknown.some(([name]) => names.includes(nearest(name, known) ?? ''));
  if (!isMisspelled) problems.report(start, `an entry has ${expected}`);
  return undefined;
}

function startOf(map: MapNode, name: string): number {
  return (map.entries.get(name)?.key ?? wholeOf(map.place.source)).start;
}
