import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/model/definitions/rules.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/scenario/document/json.ts';
import { declaredNames } from '../../src/scenario/reference/declared-names.ts';
import { scenarioJsonSchema } from '../../src/scenario/reference/json-schema.ts';
import { TIMELINE_VERBS } from '../../src/scenario/verbs/timeline-verbs.ts';

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

function within(schema: JsonObject, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (inner, step) => (isJsonObject(inner) ? inner[step] : undefined),
    schema,
  );
}

function at(...path: string[]): JsonValue | undefined {
  return within(scenarioJsonSchema(), path);
}

/** Of a file that extends no other. */
function whole(...path: string[]): JsonValue | undefined {
  return at('else', ...path);
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
    const keys = [...keysOf(at('else'), ''), ...keysOf(at('definitions', 'design'), '')];
    expect(keys.length).toBeGreaterThan(200);
    for (const [path, { description }] of keys) expect(description, path).toMatch(/^[A-Z`].*\.$/s);
  });

  test('says every default or that there is none, unless the key is required', () => {
    for (const section of ['networks', 'links', 'dns', 'hosts', 'machines', 'vamt']) {
      const required = whole('properties', section, 'additionalProperties', 'required') ?? [];
      const properties = whole('properties', section, 'additionalProperties', 'properties') as JsonObject;
      for (const [name, schema] of Object.entries(properties)) {
        if ((required as string[]).includes(name) || !isJsonObject(schema)) continue;
        const isSaid = schema.default !== undefined || /default|`mak`/i.test(String(schema.description));
        expect(isSaid, `${section}.${name}`).toBe(true);
      }
    }
  });

  test('says that a length of time is a duration', () => {
    for (const [path, { pattern, description }] of keysOf(at('else'), '')) {
      if (String(pattern).includes('min|h|d|w')) expect(description, path).toMatch(/duration/i);
    }
  });

  test('has every rule of the model with its published value', () => {
    expect(Object.keys(whole('properties', 'policy', 'properties') as JsonObject)).toEqual(
      Object.keys(RULES),
    );
    const standard = (rule: string) => whole('properties', 'policy', 'properties', rule, 'default');
    expect(['recordLife', 'vistaThreshold', 'countVirtualMachines'].map(standard)).toEqual([
      '30 d',
      25,
      false,
    ]);
  });

  test('says a default in both descriptions', () => {
    const method = whole('properties', 'machines', 'additionalProperties', 'properties', 'method');
    expect(method).toMatchObject({
      default: 'kms',
      description: expect.stringMatching(/ Default: kms\.$/),
      markdownDescription: expect.stringMatching(/\n\nDefault: `kms`$/),
    });
  });

  test('gives every entry of the timeline a title that begins with its verb', () => {
    const entries = at('definitions', 'design', 'properties', 'timeline', 'items', 'anyOf') as JsonObject[];
    expect(entries.map(({ title }) => String(title).split(':')[0])).toEqual(Object.keys(TIMELINE_VERBS));
  });

  test('refuses unknown keys, as loading does', () => {
    for (const place of ['else', 'then']) expect(at(place, 'additionalProperties')).toBe(false);
    expect(whole('properties', 'machines', 'additionalProperties', 'additionalProperties')).toBe(false);
  });

  test('asks for what is required only where no other file is extended', () => {
    expect(at('if')).toEqual({ required: ['extends'] });
    expect(at('then', 'properties', 'machines')).toEqual({
      $ref: '#/definitions/design/properties/machines',
    });
    const machines = ['properties', 'machines', 'additionalProperties', 'required'];
    expect(at('definitions', 'design', ...machines)).toBeUndefined();
    expect(whole(...machines)).toEqual(['os', 'network']);
  });

  test('takes null only where a patch may remove something', () => {
    const machines = ['properties', 'machines', 'additionalProperties'];
    const design = (...path: string[]) => at('definitions', 'design', ...machines, ...path);
    expect([whole(...machines, 'type'), design('type')]).toEqual(['object', ['object', 'null']]);
    expect(design('properties', 'virtual', 'type')).toEqual(['boolean', 'null']);
    expect(design('properties', 'os', 'type')).toBe('string');
  });

  test('offers the names of a scenario as choices', () => {
    const names = declaredNames({
      networks: { core: {}, lab: {} },
      dns: { 'a.example': {} },
      vamt: { office: {} },
    });
    const entry = (section: string, key: string, of = 'enum') =>
      within(scenarioJsonSchema(names), [
        ...['else', 'properties', section, 'additionalProperties', 'properties'],
        ...[key, of],
      ]);
    expect(entry('machines', 'network')).toEqual(['core', 'lab']);
    expect(entry('machines', 'network', 'errorMessage')).toBe(
      'expected the name of a network: `core` or `lab`',
    );
    expect(entry('networks', 'dns')).toEqual(['a.example']);
    expect(entry('machines', 'by')).toEqual(['internet', 'telephone', 'office']);
  });
});
