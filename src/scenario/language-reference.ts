import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { scenarioJsonSchema } from './json-schema.ts';

/** Stands in a path for the names that a scenario gives. */
const NAME = 'NAME';
const ENTRY = '[]';

interface Row {
  readonly path: string;
  readonly schema: JsonObject;
}

/**
 * The reference of the scenario language in Markdown: a table for each key of the document, made from the JSON
 * Schema, so that it is never out of date.
 */
export function languageReference(): string {
  const properties = propertiesOf(scenarioJsonSchema());
  const simple: Row[] = [];
  const sections: string[] = [];
  for (const [name, schema] of properties) {
    const rows = rowsOf(name, schema);
    if (rows.length === 1) simple.push(rows[0]);
    else sections.push(`#### \`${name}\`\n\n${textOf(schema)}\n\n${table(rows.slice(1))}`);
  }
  return [table(simple), ...sections].join('\n\n');
}

function rowsOf(path: string, schema: JsonObject): Row[] {
  const below = alternativesOf(schema).flatMap((alternative) => [
    ...propertiesOf(alternative).flatMap(([name, property]) => rowsOf(`${path}.${name}`, property)),
    ...(isJsonObject(alternative.additionalProperties)
      ? rowsOf(`${path}.${NAME}`, alternative.additionalProperties)
      : []),
    ...(isJsonObject(alternative.items) && describesMaps(alternative.items)
      ? rowsOf(`${path}${ENTRY}`, alternative.items)
      : []),
  ]);
  const seen = new Set<string>();
  const distinct = below.filter((row) => !seen.has(row.path) && seen.add(row.path));
  return [{ path, schema }, ...distinct];
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

function table(rows: readonly Row[]): string {
  const described = rows.filter(({ schema }) => typeof schema.description === 'string');
  const lines = described.map(
    ({ path, schema }) => `| \`${path}\` | ${cell(textOf(schema))} | ${cell(valuesOf(schema))} |`,
  );
  return ['| key | meaning | values, **default** |', '| --- | --- | --- |', ...lines].join('\n');
}

function textOf(schema: JsonObject): string {
  return String(schema.description ?? '');
}

/** The values of an enumeration, the default set in bold, or the default alone. */
function valuesOf(schema: JsonObject): string {
  const choices = alternativesOf(schema).flatMap(({ enum: values }) => (Array.isArray(values) ? values : []));
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
