import type { JsonObject, JsonValue } from '../../src/scenario/document/json.ts';
import { declaredNames } from '../../src/scenario/reference/declared-names.ts';
import { wholeJsonSchema } from '../../src/scenario/reference/json-schema.ts';
import type { Choices } from './random.ts';

/** Texts for the patterns and formats of the language, right and wrong ones. */
const DURATIONS = [
  '0 min',
  '15 min',
  '90 min',
  '1 h',
  '2 h',
  '1 d',
  '7 d',
  '2 w',
  '30 d',
  '180 d',
  '1 y',
  '100 y',
];
const POINTS = [...DURATIONS.slice(0, 9), '2008-03-03', '2008-03-10', '2008-03-05T14:00', '3 d 8 h'];
const TIMES = ['08:00', '18:00', '00:00', '23:59', '8:30'];
const DAYS = ['mon-fri', 'all', 'sat,sun', 'mon', 'fri-mon'];
const WRONG = [
  '',
  ' ',
  '30',
  '1 month',
  '-1 d',
  '24:00',
  '2008-02-30',
  'a\u202eb',
  'x'.repeat(70),
  '1e9 d',
  '=1+1',
];
const NUMBERS = [0, 1, 2, 5, 10, 25, 40, 1e3, 1e6, 1e9, -1, 0.5, 2 ** 53, 1e308];

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Makes values of the language by its own JSON Schema: every key, verb and choice of it, also those that come later. Most are right;
 * references are to names that the document declares.
 */
export class Grammar {
  readonly schema: JsonObject;
  private readonly choices: Choices;
  private readonly names: readonly string[];

  /** @param document whose names references are made to */
  constructor(document: JsonObject, choices: Choices) {
    const names = declaredNames(document);
    this.schema = wholeJsonSchema(names);
    this.choices = choices;
    this.names = [...names.values()].flat();
  }

  /** A value that fits a schema, now and then one that does not. */
  value(schema: JsonValue | undefined, depth = 0): JsonValue {
    const { choices } = this;
    if (!isObject(schema) || depth > 8) return this.anything();
    if (choices.chance(0.02)) return this.anything();
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (Array.isArray(alternatives)) return this.value(choices.one(alternatives), depth + 1);
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum) && schema.enum.length > 0) return choices.one(schema.enum);
    switch (schema.type) {
      case 'object':
        return this.map(schema, depth);
      case 'array':
        return Array.from({ length: choices.between(0, 3) }, () => this.value(schema.items, depth + 1));
      case 'string':
        return this.text(String(schema.pattern ?? schema.format ?? ''));
      case 'boolean':
        return choices.chance(0.5);
      case 'integer':
      case 'number':
        return this.number(schema);
      default:
        return this.anything();
    }
  }

  private map(schema: JsonObject, depth: number): JsonObject {
    const { choices } = this;
    const properties = isObject(schema.properties) ? schema.properties : {};
    const required = new Set(Array.isArray(schema.required) ? schema.required : []);
    const made: [string, JsonValue][] = [];
    for (const [name, inner] of Object.entries(properties))
      if (choices.chance(required.has(name) ? 0.97 : 0.2)) made.push([name, this.value(inner, depth + 1)]);
    if (isObject(schema.additionalProperties))
      for (let count = choices.between(1, 2); count > 0; count -= 1)
        made.push([this.name(), this.value(schema.additionalProperties, depth + 1)]);
    return Object.fromEntries(made);
  }

  private name(): string {
    return this.choices.one([...this.names, 'new-1', 'new-2', 'kms-1', 'core', '__proto__', 'Ünïcode']);
  }

  private text(pattern: string): string {
    const { choices } = this;
    if (choices.chance(0.03)) return choices.one(WRONG);
    if (pattern.includes('min|h|d'))
      return choices.one(
        pattern.includes('\\d{4}')
          ? POINTS
          : pattern.includes('random')
            ? ['random', ...DURATIONS]
            : DURATIONS,
      );
    if (pattern.includes(':[0-5]')) return choices.one(TIMES);
    if (pattern.includes('mon|tue')) return choices.one(DAYS);
    if (pattern === 'date') return '2008-03-03';
    return this.name();
  }

  private number({ minimum, maximum }: JsonObject): number {
    const { choices } = this;
    const least = typeof minimum === 'number' ? minimum : 0;
    const most = typeof maximum === 'number' ? maximum : 40;
    if (choices.chance(0.05)) return choices.one(NUMBERS);
    return choices.between(least, Math.min(most, least + 40));
  }

  private anything(): JsonValue {
    const { choices } = this;
    return choices.one<JsonValue>([
      null,
      true,
      0,
      -1,
      1.5,
      '',
      'text',
      '7 d',
      [],
      {},
      [[]],
      { a: 1 },
      this.name(),
      choices.one(NUMBERS),
    ]);
  }
}

/** A document in which something is made anew, put in or taken away, at a place that the grammar knows. */
export function changed(document: JsonObject, grammar: Grammar, choices: Choices): JsonObject {
  const copy = structuredClone(document);
  let place: JsonObject = copy;
  let schema: JsonObject = grammar.schema;
  for (let depth = 0; depth < 4; depth += 1) {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const known = Object.keys(properties);
    const written = Object.keys(place);
    const name = choices.one(
      choices.chance(0.6) && written.length > 0 ? written : known.length > 0 ? known : [...written, 'new-1'],
    );
    const inner = properties[name] ?? schema.additionalProperties;
    const below = place[name];
    if (isObject(below) && isObject(inner) && choices.chance(0.75)) {
      place = below;
      schema = inner;
      continue;
    }
    if (Array.isArray(below) && isObject(inner) && choices.chance(0.7)) {
      below.splice(choices.between(0, below.length), choices.between(0, 1), grammar.value(inner.items));
      return copy;
    }
    if (choices.chance(0.15)) delete place[name];
    else
      Object.defineProperty(place, name, {
        value: grammar.value(inner),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    return copy;
  }
  return copy;
}
