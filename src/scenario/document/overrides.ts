import { DiagnosticCollector } from '../../text/diagnostic-collector.ts';
import { helpFor, nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/plain-text.ts';
import { makeSource, type SourceRange, wholeOf } from '../../text/source.ts';
import type { ScenarioDiagnostics, ScenarioErrorName } from '../errors/scenario-errors.ts';
import { isSection } from '../schema/sections.ts';
import type { Override } from '../schema/settings.ts';
import { EXTENDS } from './extends.ts';
import { MAX_NESTING, TOO_DEEP } from './nesting.ts';
import type { MapEntry, MapNode, Node } from './tree.ts';
import { FORBIDDEN_KEYS, forbiddenKey, readYaml } from './yaml-tree.ts';

export type { Override } from '../schema/settings.ts';

/** The rank of the first override in the order of messages: after every file. */
const FIRST_RANK = 1000;

/** Lays overrides over a scenario, one after the other. What is wrong with them goes to `diagnostics`. */
export function applyOverrides(
  document: MapNode,
  overrides: readonly Override[],
  diagnostics: ScenarioDiagnostics,
): MapNode {
  return overrides.reduce((merged, { path, value }, index) => {
    const source = makeSource(`--set ${path}`, `${path}=${value}`, FIRST_RANK + index);
    return new Setting(wholeOf(source), diagnostics).apply(merged, path, value);
  }, document);
}

/** Says that an override cannot be laid over the scenario; the error is reported. */
class Refused extends Error {}

class Setting {
  private readonly range: SourceRange;
  private readonly diagnostics: ScenarioDiagnostics;

  constructor(range: SourceRange, diagnostics: ScenarioDiagnostics) {
    this.range = range;
    this.diagnostics = diagnostics;
  }

  apply(document: MapNode, path: string, text: string): MapNode {
    try {
      const steps = this.stepsOf(path);
      return this.setInMap(document, steps, this.valueOf(text), []);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return document;
    }
  }

  private stepsOf(path: string): readonly string[] {
    const steps = path.split('.');
    if (steps.length > MAX_NESTING) throw this.refuse('too-deep', TOO_DEEP);
    if (steps.includes(''))
      throw this.refuse('invalid-path', 'expected a path such as `machines.desktops.count`');
    const forbidden = steps.find((step) => FORBIDDEN_KEYS.has(step));
    if (forbidden !== undefined) throw this.refuse('forbidden-key', forbiddenKey(forbidden));
    if (steps[0] === EXTENDS)
      throw this.refuse('misplaced-key', `\`${EXTENDS}\` can only be written in a file`);
    return steps;
  }

  private valueOf(text: string): Node {
    if (text.trim() === '')
      throw this.refuse('wrong-type', 'expected a value after `=`', '`null` removes the key');
    const found = new DiagnosticCollector<ScenarioErrorName>();
    const value = readYaml(makeSource(this.range.source.file, text, 0), found);
    this.diagnostics.adopt(found, this.range);
    if (value === undefined || found.errorCount > 0) throw new Refused();
    return this.placed(value);
  }

  /** The same value, with the range of the override. */
  private placed(node: Node): Node {
    if (node.kind === 'scalar') return { ...node, range: this.range };
    if (node.kind === 'list') {
      return { kind: 'list', items: node.items.map((item) => this.placed(item)), range: this.range };
    }
    const entries = [...node.entries].map(
      ([name, { value }]) => [name, { key: this.range, value: this.placed(value) }] as const,
    );
    return { kind: 'map', entries: new Map(entries), range: this.range };
  }

  private set(node: Node | undefined, steps: readonly string[], value: Node, above: readonly string[]): Node {
    if (steps.length === 0) return value;
    if (node?.kind === 'list') return this.setInList(node.items, steps, value, above, node.range);
    const map: MapNode = node?.kind === 'map' ? node : { kind: 'map', entries: new Map(), range: this.range };
    return this.setInMap(map, steps, value, above);
  }

  private setInMap(map: MapNode, steps: readonly string[], value: Node, above: readonly string[]): MapNode {
    const name = this.keyFor(map, steps, value, above);
    const rest = steps.slice(name.split('.').length);
    const entries = new Map<string, MapEntry>(map.entries);
    if (rest.length === 0 && isNull(value)) entries.delete(name);
    else {
      const set = this.set(entries.get(name)?.value, rest, value, [...above, name]);
      entries.set(name, {
        key: rest.length === 0 ? this.range : (entries.get(name)?.key ?? this.range),
        value: set,
      });
    }
    return { ...map, entries };
  }

  /** The longest key of the map that the path begins with, or a new one. */
  private keyFor(map: MapNode, steps: readonly string[], value: Node, above: readonly string[]): string {
    for (let length = steps.length; length > 0; length--) {
      const name = steps.slice(0, length).join('.');
      if (map.entries.has(name)) return name;
    }
    const inSection = above.length === 1 && isSection(above[0]);
    if (!inSection) return steps[0];
    const prefixes = steps.map((_, index) => steps.slice(0, index + 1).join('.'));
    if (value.kind === 'map') return prefixes.at(-1)!;
    const known = [...map.entries.keys()];
    const meant = prefixes.find((prefix) => nearest(prefix, known) !== undefined) ?? steps[0];
    throw this.refuse('invalid-path', `\`${above[0]}\` has no ${quoted(meant)}`, helpFor(meant, known));
  }

  private setInList(
    items: readonly Node[],
    steps: readonly string[],
    value: Node,
    above: readonly string[],
    range: SourceRange,
  ): Node {
    const [step, ...rest] = steps;
    const index = /^\d+$/.test(step) ? Number(step) : items.length;
    if (index >= items.length) {
      const most = items.length === 0 ? 'the list is empty' : `its indexes are 0 to ${items.length - 1}`;
      throw this.refuse('invalid-path', `${quoted(above.join('.'))} has no ${quoted(step)}`, most);
    }
    const changed = [...items];
    if (rest.length === 0 && isNull(value)) changed.splice(index, 1);
    else changed[index] = this.set(items[index], rest, value, [...above, step]);
    return { kind: 'list', items: changed, range };
  }

  private refuse(name: ScenarioErrorName, message: string, help?: string): Refused {
    this.diagnostics.error(name, this.range, message, help);
    return new Refused(message);
  }
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}
