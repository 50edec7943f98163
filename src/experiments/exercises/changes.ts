import { isJsonObject, type JsonObject, type JsonValue } from '../../scenario/document/json.ts';

/** Keys and indexes from the top of a document. */
export type ChangedPath = readonly string[];

/** What every answer may say of itself: it changes no result, or is not used. */
const HARMLESS = ['title', 'description', 'accept', 'expect', 'equivalence', 'seed', 'lesson', 'designs'];

/**
 * The outermost places at which an answer differs from its exercise though it must not. Lists count as one value.
 *
 * @param allowed paths that may be changed, with everything below them; `*` is any name
 */
export function forbiddenChanges(
  exercise: JsonObject,
  answer: JsonObject,
  allowed: readonly string[],
): ChangedPath[] {
  const patterns = [...HARMLESS, ...allowed];
  return changesIn(exercise, answer, [], (path) => patterns.some((pattern) => covers(pattern, path)));
}

function changesIn(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: ChangedPath,
  isAllowed: (path: ChangedPath) => boolean,
): ChangedPath[] {
  if (isAllowed(path)) return [];
  const maps = [before, after].map((value) => (value === undefined ? {} : value));
  const [from, to] = maps;
  // A map that is not there is one without entries: what is allowed may be below it.
  if (isJsonObject(from) && isJsonObject(to) && (before !== undefined || after !== undefined)) {
    const names = new Set([...Object.keys(from), ...Object.keys(to)]);
    return [...names].flatMap((name) => changesIn(from[name], to[name], [...path, name], isAllowed));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
}

/** Whether a path is that of a pattern, or below it; names may have dots of their own. */
function covers(pattern: string, path: ChangedPath): boolean {
  if (pattern === '') return true;
  const [name, ...below] = path;
  if (name === undefined) return false;
  for (const first of ['*', name]) {
    if (pattern === first) return true;
    if (pattern.startsWith(`${first}.`) && covers(pattern.slice(first.length + 1), below)) return true;
  }
  return false;
}
