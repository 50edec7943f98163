import { isJsonObject, type JsonObject } from '../../../scenario/document/json.ts';
import type { Override } from '../../../scenario/load.ts';
import { entriesOf } from './field.ts';

/** What figures of the things of a collection begin with. */
const FIGURES: Readonly<Record<string, string>> = { hosts: 'hosts', machines: 'groups' };

/**
 * The overrides that take things out of a scenario with all that names them: entries of the timeline, failures,
 * expectations and lessons about their figures, a host set by hand, records made by hand.
 *
 * @param gone paths of things, such as `hosts.kms-1` or `timeline.2`
 */
export function removalOf(scenario: JsonObject, gone: readonly string[]): Override[] {
  const things = gone.map((path) => ({
    collection: path.slice(0, path.indexOf('.')),
    name: path.slice(path.indexOf('.') + 1),
  }));
  const inTimeline = things.filter(({ collection }) => collection === 'timeline');
  const named = things.filter(({ collection }) => collection !== 'timeline' && collection !== 'failures');
  const names = new Set(named.map(({ name }) => name));
  const entries = new Set([
    ...inTimeline.map(({ name }) => Number(name)),
    ...indexesWhere(scenario.timeline, (entry) =>
      Object.values(entry).some((value) => typeof value === 'string' && names.has(value)),
    ),
  ]);
  const figures = named.map(({ collection, name }) => `${FIGURES[collection] ?? collection}.${name}.`);
  const expectations = indexesWhere(scenario.expect, ({ figure }) =>
    figures.some((begin) => String(figure).startsWith(begin)),
  );
  // A lesson that asks for such a figure is about another estate.
  const asking = ['lesson', 'exercise'].filter((key) => {
    const text = JSON.stringify(scenario[key] ?? null);
    return figures.some((begin) => text.includes(begin));
  });
  const failing = entriesOf(scenario.failures)
    .map(([name]) => name)
    .filter((name) => names.has(name) || gone.includes(`failures.${name}`));
  return [
    ...entriesOf(scenario.machines)
      .filter(([name, { host }]) => !names.has(name) && typeof host === 'string' && names.has(host))
      .map(([name]) => removed(`machines.${name}.host`)),
    ...entriesOf(scenario.dns).flatMap(([name, { records }]) => {
      if (!Array.isArray(records) || !records.some((host) => names.has(String(host)))) return [];
      const kept = records.filter((host) => !names.has(String(host)));
      return [{ path: `dns.${name}.records`, value: JSON.stringify(kept) }];
    }),
    ...asking.map(removed),
    ...failing.map((name) => removed(`failures.${name}`)),
    ...named.map(({ collection, name }) => removed(`${collection}.${name}`)),
    ...fromTheLast(entries, 'timeline'),
    ...fromTheLast(expectations, 'expect'),
  ];
}

function removed(path: string): Override {
  return { path, value: 'null' };
}

/** An entry that is removed moves those behind it. */
function fromTheLast(indexes: Iterable<number>, list: string): Override[] {
  return [...indexes].sort((a, b) => b - a).map((index) => removed(`${list}.${index}`));
}

function indexesWhere(list: JsonObject[string] | undefined, holds: (entry: JsonObject) => boolean): number[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) => (isJsonObject(entry) && holds(entry) ? [index] : []));
}
