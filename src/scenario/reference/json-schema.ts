import * as z from 'zod';
import { EXTENDS } from '../document/extends.ts';
import { isJsonObject, type JsonObject } from '../document/json.ts';
import { documentSchema } from '../language/document.ts';
import { REFERENCES } from '../schema/references.ts';
import type { DeclaredNames } from './declared-names.ts';
import { forEditors, oneOfChoices } from './editor-words.ts';

const DESIGNS = 'designs';

/**
 * The JSON Schema (draft-07) of scenario files, for editors and for readers.
 *
 * A file that extends another is a merge patch (RFC 7396), as a design is: it may leave out what is required, and
 * `null` removes what need not be there. Every other file has what is required, and no `null`.
 *
 * @param names choices for the keys that name something; default: any text
 */
export function scenarioJsonSchema(names?: DeclaredNames): JsonObject {
  const { $schema, ...whole } = forEditors(wholeJsonSchema(names));
  const properties = isJsonObject(whole.properties) ? whole.properties : {};
  const { [EXTENDS]: path, [DESIGNS]: designs, ...rest } = properties;
  const design = asPatch({ ...whole, properties: rest });
  const designsOf = isJsonObject(designs)
    ? { ...designs, additionalProperties: { $ref: '#/definitions/design' } }
    : designs;
  const patches = Object.fromEntries(
    Object.keys(rest).map((name) => [name, { $ref: `#/definitions/design/properties/${name}` }]),
  );
  return {
    $schema,
    title: 'vasim scenario',
    description: 'An estate of Windows volume activation and what happens to it.',
    type: 'object',
    // For readers of the schema: what each key holds differs, and so stands below.
    properties: Object.fromEntries(Object.keys(properties).map((name) => [name, true])),
    if: { required: [EXTENDS] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: { [EXTENDS]: path, ...patches, [DESIGNS]: designsOf },
      additionalProperties: false,
    },
    else: { ...whole, properties: { ...mapped(properties, sharingItems), [DESIGNS]: designsOf } },
    definitions: { design },
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
      const choices = [...others, ...kinds.flatMap((kind) => names.get(kind) ?? [])];
      // A schema must not have an empty enumeration: editors would refuse all of it.
      if (choices.length === 0) return;
      jsonSchema.enum = choices;
      jsonSchema.errorMessage = `${jsonSchema.errorMessage}: ${oneOfChoices(choices)}`;
    },
  }) as unknown as JsonObject;
}

/** A list is replaced as a whole by a patch, so that its entries are the same in both forms. */
function sharingItems(schema: JsonObject, name: string): JsonObject {
  return schema.items === undefined
    ? schema
    : { ...schema, items: { $ref: `#/definitions/design/properties/${name}/items` } };
}

function mapped(schemas: JsonObject, change: (schema: JsonObject, name: string) => JsonObject): JsonObject {
  const entries = Object.entries(schemas).map(
    ([name, schema]) => [name, isJsonObject(schema) ? change(schema, name) : schema] as const,
  );
  return Object.fromEntries(entries);
}

/** The schema of a map as RFC 7396 patches it: nothing is required, and `null` takes away what is not. */
function asPatch(schema: JsonObject): JsonObject {
  const { required, oneOf, ...patch } = schema;
  const needed = new Set(Array.isArray(required) ? required : []);
  if (isJsonObject(patch.properties))
    patch.properties = mapped(patch.properties, (value, name) =>
      needed.has(name) ? asPatch(value) : orNull(asPatch(value)),
    );
  if (isJsonObject(patch.additionalProperties))
    patch.additionalProperties = orNull(asPatch(patch.additionalProperties));
  // Without what is required, a patch may fit several of the alternatives.
  const alternatives = oneOf ?? patch.anyOf;
  if (Array.isArray(alternatives)) patch.anyOf = alternatives.filter(isJsonObject).map(asPatch);
  return patch;
}

/** A schema that takes `null` too. */
function orNull(schema: JsonObject): JsonObject {
  if (Array.isArray(schema.anyOf)) return { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  if (schema.type === undefined || schema.const !== undefined) return schema;
  const nullable = { ...schema, type: [schema.type, 'null'] };
  return Array.isArray(schema.enum) ? { ...nullable, enum: [...schema.enum, null] } : nullable;
}
