import type * as z from 'zod';
import { alternatives, nearest } from '../../text/nearest.ts';
import { type SourceRange, wholeOf } from '../../text/source.ts';
import type { MapNode, Node } from '../document/tree.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { documentSchema, entrySchemas, settingSchemas } from '../language/document.ts';
import { COMPARISONS } from '../schema/expectations.ts';
import { isSection, SECTION_NAMES, type Section } from '../schema/sections.ts';
import { TIMELINE_SCHEMAS } from '../verbs/timeline-verbs.ts';
import type {
  Entry,
  ExpectationValue,
  ParsedScenario,
  Sections,
  Settings,
  TimelineValue,
} from './parsed-scenario.ts';
import { meantBy, readWith, reportUnknownKey, reportWrongKind } from './schema-diagnostics.ts';

const KNOWN_KEYS = Object.keys(documentSchema.shape);

/** Checks every part of a merged scenario by itself, so that an error in one hides none in another. */
export function parseSections(document: MapNode, diagnostics: ScenarioDiagnostics): ParsedScenario {
  for (const [name, { key }] of document.entries) {
    if (!KNOWN_KEYS.includes(name)) reportUnknownKey(diagnostics, key, name, KNOWN_KEYS);
  }
  return {
    document,
    settings: readSettings(document, diagnostics),
    sections: readSections(document, diagnostics),
    timeline: readList(
      document,
      'timeline',
      TIMELINE_SCHEMAS,
      'action',
      diagnostics,
    ) as Entry<TimelineValue>[],
    expectations: readList(
      document,
      'expect',
      COMPARISONS,
      'comparison',
      diagnostics,
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

function readSettings(document: MapNode, diagnostics: ScenarioDiagnostics): Settings {
  const settings = Object.entries(settingSchemas).map(([name, schema]) => {
    const entry = document.entries.get(name);
    const value =
      entry === undefined ? schema.parse(undefined) : readWith(schema, entry.value, entry.key, diagnostics);
    return [name, value];
  });
  return Object.fromEntries(settings) as Settings;
}

function readSections(document: MapNode, diagnostics: ScenarioDiagnostics): Sections {
  const sections = SECTION_NAMES.map((name) => {
    const node = document.entries.get(name)?.value;
    return [name, readSection(node, entrySchemas[name], diagnostics)];
  });
  return Object.fromEntries(sections) as Sections;
}

function readSection(
  node: Node | undefined,
  schema: z.ZodType,
  diagnostics: ScenarioDiagnostics,
): ReadonlyMap<string, Entry<unknown>> {
  const entries = new Map<string, Entry<unknown>>();
  if (node === undefined) return entries;
  if (node.kind !== 'map') {
    reportWrongKind(diagnostics, node, 'a map of names', '{}');
    return entries;
  }
  for (const [name, { key, value: written }] of node.entries) {
    const value = readMap(written, key, schema, diagnostics);
    if (value !== undefined) entries.set(name, { name, value, node: written, key });
  }
  return entries;
}

function readMap(node: Node, key: SourceRange, schema: z.ZodType, diagnostics: ScenarioDiagnostics): unknown {
  if (node.kind === 'map') return readWith(schema, node, key, diagnostics);
  reportWrongKind(diagnostics, node, 'a map', '{}');
  return undefined;
}

/** Reads a list whose entries differ in which of some keys they have. */
function readList(
  document: MapNode,
  section: string,
  variants: Readonly<Record<string, z.ZodObject>>,
  tag: string,
  diagnostics: ScenarioDiagnostics,
): readonly Entry<unknown>[] {
  const node = document.entries.get(section)?.value;
  if (node === undefined) return [];
  if (node.kind !== 'list') {
    reportWrongKind(diagnostics, node, 'a list', '[]');
    return [];
  }
  return node.items.flatMap((item, index) => {
    const start = { ...item.range, end: item.range.start + 1 };
    const variant = variantOf(item, start, variants, diagnostics);
    const value = variant && (readMap(item, start, variants[variant], diagnostics) as object | undefined);
    if (!variant || !value) return [];
    return [{ name: String(index), value: { ...value, [tag]: variant }, node: item, key: start }];
  });
}

/** The one of the distinguishing keys that an entry has. */
function variantOf(
  item: Node,
  start: SourceRange,
  variants: Readonly<Record<string, z.ZodObject>>,
  diagnostics: ScenarioDiagnostics,
): string | undefined {
  const names = Object.keys(variants);
  if (item.kind !== 'map') return names[0];
  const written = names.filter((name) => item.entries.has(name));
  if (written.length === 1) return written[0];
  const expected = `exactly one of ${alternatives(names)}`;
  if (written.length > 1) {
    const [first, second] = written.sort((a, b) => startOf(item, a) - startOf(item, b));
    const range = item.entries.get(second)?.key ?? start;
    diagnostics.error(
      'conflicting-keys',
      range,
      `\`${first}\` and \`${second}\` cannot be in one entry`,
      `an entry has ${expected}`,
    );
    return undefined;
  }
  const known = [...new Set(Object.values(variants).flatMap((schema) => Object.keys(schema.shape)))];
  const unknown = [...item.entries].filter(([name]) => !known.includes(name));
  for (const [name, { key }] of unknown) reportUnknownKey(diagnostics, key, name, known);
  const isMisspelled = unknown.some(([name]) => names.includes(meantBy(name, known)));
  if (!isMisspelled) diagnostics.error('missing-key', start, `an entry has ${expected}`);
  return undefined;
}

function startOf(map: MapNode, name: string): number {
  return (map.entries.get(name)?.key ?? wholeOf(map.range.source)).start;
}
