import * as z from 'zod';
import { EXTENDS } from '../document/extends.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../document/json.ts';
import { documentSchema } from '../language/document.ts';
import { REFERENCES } from '../schema/references.ts';
import type { DeclaredNames } from './declared-names.ts';

/**
 * The JSON Schema (draft-07) of scenario files, for editors and for readers.
 *
 * A file that extends another is a merge patch: it may leave out what is required, and `null` removes. So the
 * keys are described without what is required of them, which is asked of files without `extends` alone.
 *
 * @param names choices for the keys that name something; default: any text
 */
export function scenarioJsonSchema(names?: DeclaredNames): JsonObject {
  const { $schema, ...whole } = wholeJsonSchema(names);
  return {
    $schema,
    title: 'vasim scenario',
    description: 'An estate of Windows volume activation and what happens to it.',
    ...asPatch(whole),
    if: { required: [EXTENDS] },
    else: requirementsOf(whole),
  };
}

/**
 * The JSON Schema (draft-07) of a scenario file that extends no other: what must be there is required.
 *
 * @param names as of `scenarioJsonSchema`
 */
export function wholeJsonSchema(names?: DeclaredNames): JsonObject {
  return z.toJSONSchema(documentSchema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const reference = REFERENCES.get(zodSchema);
      if (reference === undefined || names === undefined) return;
      const { kinds, others } = reference;
      jsonSchema.enum = [...others, ...kinds.flatMap((kind) => names.get(kind) ?? [])];
    },
  }) as unknown as JsonObject;
}

/** The schema of a map as RFC 7396 patches it: nothing is required and every key may be `null`. */
function asPatch(schema: JsonObject): JsonObject {
  const { required, oneOf, ...patch } = schema;
  if (isJsonObject(patch.properties)) patch.properties = mapped(patch.properties, orNull);
  if (isJsonObject(patch.additionalProperties))
    patch.additionalProperties = orNull(patch.additionalProperties);
  // Without what is required, a patch may fit several of the alternatives.
  const alternatives = oneOf ?? patch.anyOf;
  if (Array.isArray(alternatives)) patch.anyOf = alternatives.filter(isJsonObject).map(asPatch);
  return patch;
}

/** The patch form of a key's schema, which takes `null` too. */
function orNull(schema: JsonObject): JsonObject {
  const patch = asPatch(schema);
  if (Array.isArray(patch.anyOf)) return { ...patch, anyOf: [...patch.anyOf, { type: 'null' }] };
  if (patch.type === undefined || patch.const !== undefined) return patch;
  const nullable = { ...patch, type: [patch.type, 'null'] };
  return Array.isArray(patch.enum) ? { ...nullable, enum: [...patch.enum, null] } : nullable;
}

/** Only what a schema says about keys that must be there. */
function requirementsOf(schema: JsonObject): JsonObject {
  const asked: JsonObject = {};
  if (schema.required !== undefined) asked.required = schema.required;
  if (isJsonObject(schema.properties)) {
    const inner = Object.entries(mapped(schema.properties, requirementsOf)).filter(
      ([, value]) => !isEmpty(value),
    );
    if (inner.length > 0) asked.properties = Object.fromEntries(inner);
  }
  if (isJsonObject(schema.additionalProperties)) {
    const inner = requirementsOf(schema.additionalProperties);
    if (!isEmpty(inner)) asked.additionalProperties = inner;
  }
  if (schema.oneOf !== undefined) asked.oneOf = schema.oneOf;
  return asked;
}

function mapped(schemas: JsonObject, change: (schema: JsonObject) => JsonObject): JsonObject {
  const entries = Object.entries(schemas).map(
    ([name, schema]) => [name, isJsonObject(schema) ? change(schema) : schema] as const,
  );
  return Object.fromEntries(entries);
}

function isEmpty(value: JsonValue): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}
