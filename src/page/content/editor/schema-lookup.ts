import { isJsonObject, type JsonObject, type JsonValue } from '../../../scenario/document/json.ts';

/** Something that may be written at a place. */
export interface Suggestion {
  readonly text: string;
  /** What it is, for the reader. */
  readonly detail: string;
}

/** The schemas that describe what is at a path, all alternatives of each. */
export function schemasAt(schema: JsonObject, path: readonly string[]): JsonObject[] {
  return path.reduce<JsonObject[]>(
    (schemas, step) =>
      schemas.flatMap((outer) => stepInto(outer, step)).flatMap((inner) => alternatives(inner, schema)),
    alternatives(schema, schema),
  );
}

/** The keys that may be written in the map at a path. */
export function keysAt(schema: JsonObject, path: readonly string[]): Suggestion[] {
  const keys = new Map<string, string>();
  for (const { properties } of schemasAt(schema, path)) {
    if (!isJsonObject(properties)) continue;
    for (const [name, described] of Object.entries(properties)) {
      if (!keys.get(name))
        keys.set(name, descriptionOf(isJsonObject(described) ? resolved(described, schema) : described));
    }
  }
  return [...keys].map(([text, detail]) => ({ text, detail }));
}

/** The values that a key takes, where they can be listed. */
export function valuesAt(schema: JsonObject, path: readonly string[]): Suggestion[] {
  const values = new Set<string>();
  for (const { enum: choices, const: single, type } of schemasAt(schema, path)) {
    if (Array.isArray(choices)) for (const choice of choices) if (choice !== null) values.add(String(choice));
    if (typeof single === 'string') values.add(single);
    if (type === 'boolean' || (Array.isArray(type) && type.includes('boolean')))
      values.add('true').add('false');
  }
  return [...values].map((text) => ({ text, detail: '' }));
}

/** What the language says about the key at a path. */
export function descriptionAt(schema: JsonObject, path: readonly string[]): string {
  const described = schemasAt(schema, path).map(descriptionOf);
  return described.find((text) => text !== '') ?? '';
}

function descriptionOf(schema: JsonValue): string {
  return isJsonObject(schema) && typeof schema.description === 'string' ? schema.description : '';
}

function stepInto(schema: JsonObject, step: string): JsonObject[] {
  const { properties, additionalProperties, items } = schema;
  if (step === '[]') return isJsonObject(items) ? [items] : [];
  const own = isJsonObject(properties) && Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (isJsonObject(own)) return [own];
  return isJsonObject(additionalProperties) ? [additionalProperties] : [];
}

/** The schema itself and what it says may be instead. */
function alternatives(written: JsonObject, root: JsonObject): JsonObject[] {
  const schema = resolved(written, root);
  const others = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return [
    schema,
    ...[...others, schema.else, schema.then]
      .filter((other) => other !== undefined && isJsonObject(other))
      .flatMap((other) => alternatives(other as JsonObject, root)),
  ];
}

/** What a reference within the document (`#/definitions/design`) names; a schema that is none is itself. */
function resolved(schema: JsonObject, root: JsonObject): JsonObject {
  if (typeof schema.$ref !== 'string') return schema;
  const found = schema.$ref
    .split('/')
    .slice(1)
    .reduce<JsonValue | undefined>((inner, step) => (isJsonObject(inner) ? inner[step] : undefined), root);
  return isJsonObject(found) ? resolved(found, root) : schema;
}
