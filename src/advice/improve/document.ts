import { isJsonObject, type JsonObject, type JsonValue } from '../../scenario/document/json.ts';
import type { MapNode, Node } from '../../scenario/document/tree.ts';
import { makeSource, wholeOf } from '../../text/source.ts';

/** Keys from the top of a document inward. */
type Steps = readonly [string, ...string[]];

/** The value at a place of a document; `undefined` where nothing is written. */
export function valueAt(document: JsonObject, steps: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const step of steps)
    value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

/** The map at a place of a document; an empty one where there is none. */
export function mapAt(document: JsonObject, ...steps: string[]): JsonObject {
  const value = valueAt(document, steps);
  return isJsonObject(value) ? value : {};
}

/** A copy of a document with a value at a place; `undefined` removes what is there. Maps on the way are made. */
export function withValue(
  document: JsonObject,
  [step, ...rest]: Steps,
  value: JsonValue | undefined,
): JsonObject {
  const copy = { ...document };
  const [next, ...others] = rest;
  if (next !== undefined) {
    const inner = mapAt(document, step);
    if (value === undefined && !Object.hasOwn(document, step)) return document;
    copy[step] = withValue(inner, [next, ...others], value);
  } else if (value === undefined) delete copy[step];
  else copy[step] = value;
  return copy;
}

/**
 * The RFC 7396 merge patch that turns one document into another.
 *
 * @returns an empty patch of equal documents
 */
export function mergePatchBetween(from: JsonObject, to: JsonObject): JsonObject {
  const patch: JsonObject = {};
  for (const name of Object.keys(from)) if (!Object.hasOwn(to, name)) patch[name] = null;
  for (const [name, value] of Object.entries(to)) {
    const before = Object.hasOwn(from, name) ? from[name] : undefined;
    if (isJsonObject(before) && isJsonObject(value)) {
      const inner = mergePatchBetween(before, value);
      if (Object.keys(inner).length > 0) patch[name] = inner;
    } else if (JSON.stringify(before) !== JSON.stringify(value)) patch[name] = value;
  }
  return patch;
}

/** A document as the checks of the language take it: its values are at no place of a file. */
export function asTree(document: JsonObject): MapNode {
  const range = wholeOf(makeSource('candidate', '', 0));
  const node = (value: JsonValue): Node => {
    if (Array.isArray(value)) return { kind: 'list', items: value.map(node), range };
    if (!isJsonObject(value)) return { kind: 'scalar', value, range };
    return map(value);
  };
  const map = (value: JsonObject): MapNode => ({
    kind: 'map',
    entries: new Map(
      Object.entries(value).map(([name, inner]) => [name, { key: range, value: node(inner) }]),
    ),
    range,
  });
  return map(document);
}
