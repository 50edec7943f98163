import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/model/definitions/rules.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/scenario/document/json.ts';
import { declaredNames } from '../../src/scenario/reference/declared-names.ts';
import { scenarioJsonSchema } from '../../src/scenario/reference/json-schema.ts';

/** Every key that a schema describes, with its path. */
function* keysOf(schema: JsonValue | undefined, path: string): Generator<[path: string, schema: JsonObject]> {
  if (Array.isArray(schema)) for (const one of schema) yield* keysOf(one, path);
  if (!isJsonObject(schema)) return;
  for (const [name, inner] of Object.entries((schema.properties ?? {}) as JsonObject)) {
    if (!isJsonObject(inner)) continue;
    yield [`${path}.${name}`, inner];
    yield* keysOf(inner, `${path}.${name}`);
  }
  for (const inside of ['additionalProperties', 'items', 'anyOf', 'oneOf'])
    yield* keysOf(schema[inside], `${path}.*`);
}

function at(...path: string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (schema, step) => (isJsonObject(schema) ? schema[step] : undefined),
    scenarioJsonSchema(),
  );
}

describe('the JSON schema of scenarios', () => {
  // After a change: npx vitest run test/scenario/json-schema.test.ts --update
  test('is committed as it is made', async () => {
    const made = `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`;
    await expect(made).toMatchFileSnapshot('../../scenarios/scenario.schema.json');
  });

  test('is draft-07', () => {
    expect(at('$schema')).toBe('http://json-schema.org/draft-07/schema#');
  });

  test('describes every key in a sentence', () => {
    const keys = [...keysOf(scenarioJsonSchema(), '')];
    expect(keys.length).toBeGreaterThan(100);
    for (const [path, { description }] of keys) expect(description, path).toMatch(/^[A-Z`].*\.$/s);
  });

  test('says every default or that there is none, unless the key is required', () => {
    for (const section of ['networks', 'links', 'dns', 'hosts', 'machines', 'vamt']) {
      const required = at('else', 'properties', section, 'additionalProperties', 'required') ?? [];
      const properties = at('properties', section, 'additionalProperties', 'properties') as JsonObject;
      for (const [name, schema] of Object.entries(properties)) {
        if ((required as string[]).includes(name) || !isJsonObject(schema)) continue;
        const isSaid = schema.default !== undefined || /default|`mak`/.test(String(schema.description));
        expect(isSaid, `${section}.${name}`).toBe(true);
      }
    }
  });

  test('says that a length of time is a duration', () => {
    for (const [path, { pattern, description }] of keysOf(scenarioJsonSchema(), '')) {
      if (String(pattern).includes('min|h|d|w')) expect(description, path).toMatch(/duration/i);
    }
  });

  test('has every rule of the model with its published value', () => {
    expect(Object.keys(at('properties', 'policy', 'properties') as JsonObject)).toEqual(Object.keys(RULES));
    expect(at('properties', 'policy', 'properties', 'recordLife', 'default')).toBe('30 d');
    expect(at('properties', 'policy', 'properties', 'vistaThreshold', 'default')).toBe(25);
    expect(at('properties', 'policy', 'properties', 'countVirtualMachines', 'default')).toBe(false);
  });

  test('refuses unknown keys, as loading does', () => {
    expect(at('additionalProperties')).toBe(false);
    expect(at('properties', 'machines', 'additionalProperties', 'additionalProperties')).toBe(false);
  });

  test('asks for what is required only where no other file is extended', () => {
    expect(at('if')).toEqual({ required: ['extends'] });
    expect(at('properties', 'machines', 'additionalProperties', 'required')).toBeUndefined();
    expect(at('else', 'properties', 'machines', 'additionalProperties', 'required')).toEqual([
      'os',
      'network',
    ]);
  });

  test('takes null where a patch may remove', () => {
    expect(at('properties', 'machines', 'additionalProperties', 'type')).toEqual(['object', 'null']);
  });

  test('offers the names of a scenario as choices', () => {
    const names = declaredNames({
      networks: { core: {}, lab: {} },
      dns: { 'a.example': {} },
      vamt: { office: {} },
    });
    const entry = (section: string, key: string) =>
      ['properties', section, 'additionalProperties', 'properties', key, 'enum'].reduce<
        JsonValue | undefined
      >((schema, step) => (isJsonObject(schema) ? schema[step] : undefined), scenarioJsonSchema(names));
    expect(entry('machines', 'network')).toEqual(['core', 'lab', null]);
    expect(entry('networks', 'dns')).toEqual(['a.example', null]);
    expect(entry('machines', 'by')).toEqual(['internet', 'telephone', 'office', null]);
  });
});
