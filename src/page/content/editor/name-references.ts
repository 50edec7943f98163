import { isJsonObject, type JsonObject } from '../../../scenario/document/json.ts';
import type { Section } from '../../../scenario/schema/sections.ts';
import type { Suggestion } from './schema-lookup.ts';

/** Which sections' names a value may be, by section or `timeline` and key. */
const REFERENCES: Readonly<Record<string, Readonly<Record<string, readonly Section[]>>>> = {
  networks: { dns: ['dns'] },
  links: { from: ['networks'], to: ['networks'] },
  dns: { network: ['networks'] },
  hosts: { network: ['networks'], key: ['keys'], publishTo: ['dns'] },
  machines: { network: ['networks'], key: ['keys'], host: ['hosts'], by: ['vamt'] },
  vamt: { network: ['networks'] },
  timeline: {
    down: ['hosts', 'dns', 'networks', 'links', 'vamt'],
    block: ['links'],
    move: ['hosts'],
    rekey: ['hosts'],
    unpublish: ['hosts'],
    update: ['hosts'],
    host: ['hosts'],
    to: ['hosts'],
    convert: ['machines'],
    rebuild: ['machines'],
    retire: ['machines'],
    validate: ['machines'],
    activate: ['machines'],
    rearm: ['machines'],
    point: ['machines'],
    upgrade: ['machines'],
    relocate: ['machines', 'hosts'],
    grant: ['dns'],
    raise: ['keys'],
    key: ['keys'],
    by: ['vamt'],
    network: ['networks'],
  },
};

/** Words of the timeline that name no thing of the scenario. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = { down: ['microsoft', 'internet'] };

/**
 * The names that may be written as the value at a path.
 *
 * @param document the scenario as it was read last
 */
export function namesAt(document: JsonObject, path: readonly string[]): Suggestion[] {
  const [section, ...rest] = path;
  const key = rest.filter((step) => step !== '[]').at(-1);
  if (section === undefined || key === undefined) return [];
  const sections = REFERENCES[section]?.[key] ?? [];
  const names = sections.flatMap((declared) => namesIn(document, declared));
  const outside = section === 'timeline' ? (OUTSIDE[key] ?? []) : [];
  return [...names, ...outside.map((text) => ({ text, detail: 'not part of the estate' }))];
}

/** What is declared under a name, in a line; empty for no such name. */
export function declarationOf(document: JsonObject, name: string): string {
  const found = Object.entries(document).flatMap(([section, entries]) =>
    isJsonObject(entries) && isJsonObject(entries[name]) && section !== 'policy'
      ? [`${name} in ${section}: ${oneLine(entries[name])}`]
      : [],
  );
  return found.join('; ');
}

function namesIn(document: JsonObject, section: Section): Suggestion[] {
  const entries = document[section];
  if (!isJsonObject(entries)) return [];
  return Object.entries(entries).map(([text, entry]) => ({
    text,
    detail: isJsonObject(entry) ? `${section}: ${oneLine(entry)}` : section,
  }));
}

const MAX_CHARACTERS = 90;

function oneLine(entry: JsonObject): string {
  const words = Object.entries(entry).map(
    ([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const line = words.join(', ');
  return line.length <= MAX_CHARACTERS ? line : `${line.slice(0, MAX_CHARACTERS - 1)}…`;
}
