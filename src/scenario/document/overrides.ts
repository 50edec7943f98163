import { nearest, suggestion } from '../../text/nearest.ts';
import { makeSource, type Place, wholeOf } from '../../text/source.ts';
import { isSection } from '../schema/sections.ts';
import { DiagnosticCollector } from './diagnostic-collector.ts';
import { EXTENDS } from './extends.ts';
import { MAX_NESTING, TOO_DEEP } from './nesting.ts';
import type { MapEntry, MapNode, Node } from './tree.ts';
import { FORBIDDEN_KEYS, forbiddenKey, readYaml } from './yaml-tree.ts';

/** A value given on the command line for a path of the scenario. */
export interface Override {
  /** Keys and list indexes with dots between; a key may have dots of its own. */
  readonly path: string;
  /** YAML; `null` removes. */
  readonly value: string;
}

/** The rank of the first override in the order of messages: behind every file. */
const FIRST_RANK = 1000;

/** Lays overrides over a scenario, one after the other. What is wrong with them goes to `problems`. */
export function applyOverrides(
  document: MapNode,
  overrides: readonly Override[],
  problems: DiagnosticCollector,
): MapNode {
  return overrides.reduce((merged, { path, value }, index) => {
    const source = makeSource(`--set ${path}`, `${path}=${value}`, FIRST_RANK + index);
    return new Setting(wholeOf(source), problems).apply(merged, path, value);
  }, document);
}

/** Says that an override cannot be laid over the scenario; the problem is reported. */
class Refused extends Error {}

class Setting {
  private readonly place: Place;
  private readonly problems: DiagnosticCollector;

  constructor(place: Place, problems: DiagnosticCollector) {
    this.place = place;
    this.problems = problems;
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
    if (steps.length > MAX_NESTING) throw this.refuse(TOO_DEEP);
    if (steps.includes('')) throw this.refuse('expected a path such as `machines.desktops.count`');
    const forbidden = steps.find((step) => FORBIDDEN_KEYS.has(step));
    if (forbidden !== undefined) throw this.refuse(forbiddenKey(forbidden));
    if (steps[0] === EXTENDS) throw this.refuse(`\`${EXTENDS}\` can only be written in a file`);
    return steps;
  }

  private valueOf(text: string): Node {
    if (text.trim() === '') throw this.refuse('expected a value behind `=`; `null` removes');
    const found = new DiagnosticCollector();
    const value = readYaml(makeSource(this.place.source.file, text, 0), found);
    for (const { message } of found.list()) this.problems.report(this.place, message);
    if (value === undefined || found.count > 0) throw new Refused();
    return this.placed(value);
  }

  /** The same value, standing where the override stands. */
  private placed(node: Node): Node {
    if (node.kind === 'scalar') return { ...node, place: this.place };
    if (node.kind === 'list') {
      return { kind: 'list', items: node.items.map((item) => this.placed(item)), place: this.place };
    }
    const entries = [...node.entries].map(
      ([name, { value }]) => [name, { key: this.place, value: this.placed(value) }] as const,
    );
    return { kind: 'map', entries: new Map(entries), place: this.place };
  }

  private set(node: Node | undefined, steps: readonly string[], value: Node, above: readonly string[]): Node {
    if (steps.length === 0) return value;
    if (node?.kind === 'list') return this.setInList(node.items, steps, value, above, node.place);
    const map: MapNode = node?.kind === 'map' ? node : { kind: 'map', entries: new Map(), place: this.place };
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
        key: rest.length === 0 ? this.place : (entries.get(name)?.key ?? this.place),
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
    throw this.refuse(`\`${above[0]}\` has no \`${meant}\`${suggestion(meant, known)}`);
  }

  private setInList(
    items: readonly Node[],
    steps: readonly string[],
    value: Node,
    above: readonly string[],
    place: Place,
  ): Node {
    const [step, ...rest] = steps;
    const index = /^\d+$/.test(step) ? Number(step) : items.length;
    if (index >= items.length) {
      const most = items.length === 0 ? 'it is empty' : `its indexes are 0 to ${items.length - 1}`;
      throw this.refuse(`\`${above.join('.')}\` has no \`${step}\`: ${most}`);
    }
    const changed = [...items];
    if (rest.length === 0 && isNull(value)) changed.splice(index, 1);
    else changed[index] = this.set(items[index], rest, value, [...above, step]);
    return { kind: 'list', items: changed, place };
  }

  private refuse(message: string): Refused {
    this.problems.report(this.place, message);
    return new Refused(message);
  }
}

function isNull(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}
