import { isJsonObject, type JsonObject, type JsonValue } from '../document/json.ts';
import { wholeJsonSchema } from './json-schema.ts';

/** Stands in a path for the names that a scenario gives. */
const NAME = 'NAME';
const ENTRY = '[]';

interface Row {
  readonly path: string;
  readonly schema: JsonObject;
  readonly required: boolean;
}

/**
 * The reference of the scenario language in Markdown: a table for each key of the document, made from the JSON
 * Schema, so that it is never out of date.
 */
export function languageReference(): string {
  const properties = propertiesOf(wholeJsonSchema());
  const simple: Row[] = [];
  const sections: string[] = [];
  for (const [name, schema] of properties) {
    const rows = rowsOf(name, schema);
    if (rows.length === 1) simple.push(rows[0]);
    else sections.push([`#### \`${name}\``, textOf(schema), ...tables(rows.slice(1))].join('\n\n'));
  }
  return [...tables(simple), ...sections].join('\n\n');
}

function rowsOf(path: string, schema: JsonObject, required = false): Row[] {
  const below = alternativesOf(schema).flatMap((alternative) => [
    ...propertiesOf(alternative).flatMap(([name, property]) =>
      rowsOf(`${path}.${name}`, property, isRequired(alternative, name)),
    ),
    ...(isJsonObject(alternative.additionalProperties)
      ? rowsOf(`${path}.${NAME}`, alternative.additionalProperties)
      : []),
    ...(isJsonObject(alternative.items) && describesMaps(alternative.items)
      ? rowsOf(`${path}${ENTRY}`, alternative.items)
      : []),
  ]);
  const seen = new Set<string>();
  const distinct = below.filter((row) => !seen.has(row.path) && seen.add(row.path));
  return [{ path, schema, required }, ...distinct];
}

function isRequired({ required }: JsonObject, name: string): boolean {
  return Array.isArray(required) && required.includes(name);
}

function alternativesOf(schema: JsonObject): JsonObject[] {
  const alternatives = schema.anyOf ?? schema.oneOf;
  return [schema, ...(Array.isArray(alternatives) ? alternatives.filter(isJsonObject) : [])];
}

function describesMaps(schema: JsonObject): boolean {
  return alternativesOf(schema).some((alternative) => alternative.properties !== undefined);
}

function propertiesOf(schema: JsonObject): [string, JsonObject][] {
  if (!isJsonObject(schema.properties)) return [];
  return Object.entries(schema.properties).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  );
}

/** A table of the rows that say something; none when there are none. */
function tables(rows: readonly Row[]): string[] {
  const described = rows.filter(({ schema }) => typeof schema.description === 'string');
  const lines = described.map(
    ({ path, schema, required }) =>
      `| \`${path}\`${required ? ' (required)' : ''} | ${cell(textOf(schema))} | ${cell(valuesOf(schema))} |`,
  );
  if (lines.length === 0) return [];
  return [['| key | meaning | values, **default** |', '| --- | --- | --- |', ...lines].join('\n')];
}

function textOf(schema: JsonObject): string {
  return String(schema.description ?? '');
}

/** The values of an enumeration, the default set in bold, or the default alone. */
function valuesOf(schema: JsonObject): string {
  const within = isJsonObject(schema.items) ? [schema.items] : [];
  const choices = [...alternativesOf(schema), ...within].flatMap(({ enum: values }) =>
    Array.isArray(values) ? values : [],
  );
  const named = choices.filter((value) => value !== null).map((value) => shown(value, schema.default));
  if (named.length > 0) return named.join(', ');
  return schema.default === undefined || isEmpty(schema.default) ? '' : shown(schema.default, schema.default);
}

function shown(value: JsonValue, standard: JsonValue | undefined): string {
  const text = `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
  return value === standard ? `**${text}**` : text;
}

function isEmpty(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
