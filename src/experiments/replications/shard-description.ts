import type { JsonValue } from '../../scenario/document/json.ts';
import type { Shard } from './shards.ts';

/** A design as a part tells of it. */
export interface ShardDesign {
  readonly name: string;
  readonly title: string;
  /** ISO date of minute 0. */
  readonly start: string;
  /** The hash that marks its results. */
  readonly hash: string;
  readonly resolved: { [key: string]: JsonValue };
  readonly random: boolean;
}

/** Of a sweep: the settings whose values make the points of its grid, which are the designs, and the figure told of. */
export interface ShardGrid {
  readonly variations: readonly { readonly path: string; readonly values: readonly string[] }[];
  /** A path in `summary.json`. */
  readonly figure: string;
}

/** How the designs of the whole are evaluated; what is left out has its default. */
export interface ShardEvaluation {
  /** Path of the figure that carries the verdict. */
  readonly primary?: string;
  readonly figures?: 'estate' | 'all';
  /** Machines in Notification that are many. */
  readonly moreThan?: number;
  /** By path, what may be worse without being called so. */
  readonly equivalence?: Readonly<Record<string, number>>;
}

/** What all parts of one comparison have in common: everything that its results are made of. */
export interface ShardCommon {
  readonly version: string;
  readonly seed: string;
  /** Of every design, in all parts together. */
  readonly replications: number;
  /** What the folder of the whole is called. */
  readonly name: string;
  /** The words that the manifest of the whole keeps. */
  readonly commandLine: readonly string[];
  readonly charts: boolean;
  /** How the whole is evaluated. */
  readonly evaluation: ShardEvaluation;
  readonly designs: readonly ShardDesign[];
  /** Only of a sweep. */
  readonly grid?: ShardGrid;
}

/** The content of `part.json`, which marks a folder of results as one part of several. */
export interface ShardDescription extends ShardCommon {
  readonly shard: Shard;
}

/**
 * What keeps two parts from being joined.
 *
 * @returns null when nothing does; else how the second differs from the first, such as `its seed is 7, not 42`
 */
export function shardDifference(first: ShardCommon, second: ShardCommon): string | null {
  const plain = (['version', 'seed', 'replications'] as const).find((key) => first[key] !== second[key]);
  if (plain !== undefined) return `its ${plain} is ${second[plain]}, not ${first[plain]}`;
  const [names, otherNames] = [first, second].map(({ designs }) =>
    designs.map(({ name }) => name).join(', '),
  );
  if (names !== otherNames) return `its designs are ${otherNames}, not ${names}`;
  for (const [index, design] of first.designs.entries()) {
    const difference = designDifference(design, second.designs[index]);
    if (difference !== null) return `its design ${design.name} is another: ${difference}`;
  }
  if (JSON.stringify(first) === JSON.stringify(second)) return null;
  return `its command was \`${second.commandLine.join(' ')}\`, not \`${first.commandLine.join(' ')}\``;
}

function designDifference(first: ShardDesign, second: ShardDesign): string | null {
  const path = firstDifference(first.resolved, second.resolved, '');
  if (path !== null) return `${path.path} is ${shown(path.second)}, not ${shown(path.first)}`;
  return first.hash === second.hash ? null : 'another build of vasim made it';
}

interface Difference {
  readonly path: string;
  readonly first: JsonValue | undefined;
  readonly second: JsonValue | undefined;
}

/** The first place in which two documents differ, by the order of the first; the order of names counts. */
function firstDifference(first: JsonValue, second: JsonValue, path: string): Difference | null {
  if (!isTree(first) || !isTree(second) || Array.isArray(first) !== Array.isArray(second))
    return Object.is(first, second) ? null : { path, first, second };
  const left = new Map(Object.entries(first));
  const right = new Map(Object.entries(second));
  for (const name of new Set([...left.keys(), ...right.keys()])) {
    const below = path === '' ? name : `${path}.${name}`;
    const values = { first: left.get(name), second: right.get(name) };
    if (values.first === undefined || values.second === undefined) return { path: below, ...values };
    const difference = firstDifference(values.first, values.second, below);
    if (difference !== null) return difference;
  }
  return null;
}

function isTree(value: JsonValue): value is JsonValue[] | { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null;
}

function shown(value: JsonValue | undefined): string {
  return value === undefined ? 'not there' : JSON.stringify(value);
}
