import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { groupThousands } from '../../text/numbers.ts';
import { quoted } from '../../text/plain-text.ts';
import type { Source, SourceRange } from '../../text/source.ts';
import type { ScenarioDiagnostics, ScenarioErrorName } from '../errors/scenario-errors.ts';
import { findExcess, MAX_NESTING, TOO_DEEP } from './nesting.ts';
import type { MapEntry, Node } from './tree.ts';
import { typoInEntry } from './typos.ts';
import { explainYaml } from './yaml-mistakes.ts';

/** Aliases in one file, and values that they repeat. */
const MAX_ALIASES = 100;
const MAX_ALIASED_VALUES = 100_000;
/** Keys that name inner parts of JavaScript objects. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The message about one of them. */
export function forbiddenKey(name: string): string {
  return `${quoted(name)} cannot be a key`;
}

/** Says that reading cannot go on; the error is reported. */
class Unreadable extends Error {}

/**
 * Reads YAML 1.2 (core schema) into a tree with places. What is wrong with it goes to `diagnostics`.
 *
 * @returns `undefined` when there is no tree to go on with, because the text is empty or is not YAML
 */
export function readYaml(source: Source, diagnostics: ScenarioDiagnostics): Node | undefined {
  if (source.text.includes('\0')) {
    diagnostics.error(
      'not-text',
      { source, start: 0, end: 1 },
      'this is not a text file: it contains NUL characters',
    );
    return undefined;
  }
  const document = parse(source, diagnostics);
  if (document === undefined) return undefined;
  if (document.contents === null) {
    diagnostics.error('empty-file', { source, start: 0, end: 1 }, 'the file is empty');
    return undefined;
  }
  try {
    const reader = new TreeReader(source, diagnostics, document);
    const root = reader.read(document.contents as ParsedNode, 1);
    return reader.typos > 0 ? undefined : root;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function parse(source: Source, diagnostics: ScenarioDiagnostics): Document | undefined {
  const excess = findExcess(source.text);
  if (excess !== undefined) {
    const { name, offset, message } = excess;
    diagnostics.error(name, { source, start: offset, end: offset + 1 }, message);
    return undefined;
  }
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const [first] = [...document.errors, ...document.warnings];
  if (first === undefined) return document;
  const { name, range, message, help } = explainYaml(source, first);
  diagnostics.error(name, range, message, help);
  return undefined;
}

/** Turns the parser's nodes into the tree; values behind an anchor are read once and shared. */
class TreeReader {
  private readonly source: Source;
  private readonly diagnostics: ScenarioDiagnostics;
  private readonly document: Document;
  private readonly anchored = new Map<object, { node: Node; values: number }>();
  private readonly open = new Set<object>();
  /** Mistakes of punctuation, after which the text means something else. */
  typos = 0;
  private values = 0;
  private aliases = 0;
  private aliasedValues = 0;

  constructor(source: Source, diagnostics: ScenarioDiagnostics, document: Document) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.document = document;
  }

  read(node: ParsedNode | Alias, depth: number): Node {
    const range = this.rangeOf(node);
    if (depth > MAX_NESTING) throw this.stop('too-deep', range, TOO_DEEP);
    if (isAlias(node)) return this.readAlias(node, range, depth);
    const before = this.values++;
    this.open.add(node);
    const read = this.readValue(node, range, depth);
    this.open.delete(node);
    if (node.anchor !== undefined) this.anchored.set(node, { node: read, values: this.values - before });
    return read;
  }

  private readValue(node: Exclude<ParsedNode, Alias>, range: SourceRange, depth: number): Node {
    if (isMap(node)) return { kind: 'map', entries: this.readEntries(node.items, range, depth), range };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item as ParsedNode, depth + 1));
      return { kind: 'list', items, range };
    }
    return { kind: 'scalar', value: node.value as string | number | boolean | null, range };
  }

  private readEntries(pairs: readonly Pair[], map: SourceRange, depth: number): Map<string, MapEntry> {
    const entries = new Map<string, MapEntry>();
    for (const pair of pairs) {
      const range = isScalar(pair.key) || isAlias(pair.key) ? this.rangeOf(pair.key) : map;
      const name = this.readKey(pair.key, range);
      if (name === undefined || (pair.value === null && this.isTypo(name, range))) continue;
      const value: Node =
        pair.value === null
          ? { kind: 'scalar', value: null, range }
          : this.read(pair.value as ParsedNode, depth + 1);
      if (entries.has(name))
        this.diagnostics.error('duplicate-key', range, `the key ${quoted(name)} is written twice`);
      else entries.set(name, { key: range, value });
    }
    return entries;
  }

  /** Whether a key without a colon and value comes of a mistake in punctuation; that is reported. */
  private isTypo(name: string, range: SourceRange): boolean {
    const typo = typoInEntry(name);
    if (typo === undefined) return false;
    this.diagnostics.error('yaml-syntax', range, typo.message, typo.help);
    this.typos++;
    return true;
  }

  private readKey(key: unknown, range: SourceRange): string | undefined {
    if (!isScalar(key) || key.value === null) {
      this.diagnostics.error('invalid-key', range, 'expected a name as the key');
      return undefined;
    }
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    if (name === '<<')
      this.diagnostics.error(
        'yaml-feature',
        range,
        'merge keys are not part of the language',
        'start from another file with `extends`',
      );
    else if (FORBIDDEN_KEYS.has(name)) this.diagnostics.error('forbidden-key', range, forbiddenKey(name));
    else return name;
    return undefined;
  }

  private readAlias(alias: Alias, range: SourceRange, depth: number): Node {
    if (++this.aliases > MAX_ALIASES)
      throw this.stop('too-many-aliases', range, `a file has at most ${MAX_ALIASES} aliases`);
    const target = alias.resolve(this.document) as ParsedNode | undefined;
    if (target === undefined)
      throw this.stop('unknown-reference', range, `no anchor \`&${alias.source}\` is before this alias`);
    if (this.open.has(target)) {
      throw this.stop('circular-alias', range, `alias ${quoted(alias.source)} refers to itself`);
    }
    if (!this.anchored.has(target)) this.read(target, depth);
    const { node, values } = this.anchored.get(target)!;
    this.values += values;
    this.aliasedValues += values;
    if (this.aliasedValues > MAX_ALIASED_VALUES) {
      throw this.stop(
        'too-many-aliases',
        range,
        `aliases repeat more than ${groupThousands(MAX_ALIASED_VALUES)} values`,
      );
    }
    if (depth + heightOf(node) - 1 > MAX_NESTING) throw this.stop('too-deep', range, TOO_DEEP);
    return node;
  }

  private stop(name: ScenarioErrorName, range: SourceRange, message: string): Unreadable {
    this.diagnostics.error(name, range, message);
    return new Unreadable(message);
  }

  private rangeOf(node: { range?: readonly number[] | null }): SourceRange {
    const [start, end] = node.range ?? [0, 0];
    return { source: this.source, start, end };
  }
}

/** How many levels of maps and lists a value has, the innermost values counted too. */
function heightOf(node: Node): number {
  if (node.kind === 'scalar') return 1;
  const inner = node.kind === 'list' ? node.items : [...node.entries.values()].map((entry) => entry.value);
  return inner.reduce((height, child) => Math.max(height, heightOf(child) + 1), 1);
}
