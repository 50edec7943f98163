import { quoted } from '../../text/plain-text.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../document/json.ts';

/** Choices that a message lists. */
const MAX_LISTED = 12;
/** What an empty list or collection is by default. */
const NOTHING = 'none';

/**
 * A schema as editors show it: descriptions that also say the default, in plain text and in Markdown, and what a
 * wrong value should be instead. Language servers show `description` and `markdownDescription`, not `default`; of
 * maps their messages about keys are kept, which name the key.
 */
export function forEditors(schema: JsonObject): JsonObject {
  const shown = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, inSchema(key, value)] as const),
  );
  // An editor would write `machines: {}` or `timeline: []`, to which nothing can be added.
  if (isEmpty(shown.default) && schema.properties === undefined) delete shown.default;
  const { description } = schema;
  if (typeof description === 'string') {
    const standard = defaultOf(schema);
    shown.description = standard === null ? description : `${description} Default: ${standard}.`;
    shown.markdownDescription =
      standard === null
        ? description
        : `${description}\n\nDefault: ${standard === NOTHING ? standard : `\`${standard}\``}`;
  }
  const message = schema.errorMessage ?? messageOf(schema);
  return message === undefined ? shown : { ...shown, errorMessage: message };
}

function inSchema(key: string, value: JsonValue): JsonValue {
  switch (key) {
    case 'properties':
    case 'definitions':
      return isJsonObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([name, inner]) => [
              name,
              isJsonObject(inner) ? forEditors(inner) : inner,
            ]),
          )
        : value;
    case 'items':
    case 'additionalProperties':
    case 'propertyNames':
      return isJsonObject(value) ? forEditors(value) : value;
    case 'anyOf':
    case 'oneOf':
      return Array.isArray(value)
        ? value.map((inner) => (isJsonObject(inner) ? forEditors(inner) : inner))
        : value;
    default:
      return value;
  }
}

/** The default in words; null where there is none, or where each key of a map has its own. */
function defaultOf({ default: standard, properties }: JsonObject): string | null {
  if (standard === undefined) return null;
  if (isEmpty(standard)) return properties === undefined ? NOTHING : null;
  return typeof standard === 'string' ? standard : JSON.stringify(standard);
}

function isEmpty(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function messageOf({ type, enum: choices, const: only, minimum, maximum }: JsonObject): string | undefined {
  if (Array.isArray(choices)) return `expected ${oneOfChoices(choices.filter((choice) => choice !== null))}`;
  if (only !== undefined) return `expected ${oneOfChoices([only])}`;
  const range = [minimum, maximum].some((limit) => typeof limit === 'number')
    ? rangeOf(minimum, maximum)
    : '';
  switch (type) {
    case 'integer':
      return `expected a whole number${range}`;
    case 'number':
      return `expected a number${range}`;
    case 'boolean':
      return 'expected `true` or `false`';
    case 'array':
      return 'expected a list';
    default:
      return undefined;
  }
}

function rangeOf(minimum: JsonValue | undefined, maximum: JsonValue | undefined): string {
  const least = typeof minimum === 'number' && minimum > Number.MIN_SAFE_INTEGER ? minimum : null;
  const most = typeof maximum === 'number' && maximum < Number.MAX_SAFE_INTEGER ? maximum : null;
  if (least !== null && most !== null) return ` from ${least} to ${most}`;
  if (least !== null) return `, at least ${least}`;
  return most === null ? '' : `, at most ${most}`;
}

/** `` `a`, `b` or `c` ``; of many, the first. */
export function oneOfChoices(choices: readonly JsonValue[]): string {
  const words = choices.map((choice) => quoted(typeof choice === 'string' ? choice : JSON.stringify(choice)));
  if (words.length === 0) return 'but the scenario declares none';
  if (words.length > MAX_LISTED) return `${words.slice(0, MAX_LISTED).join(', ')}, ...`;
  return words.join(', ').replace(/, ([^,]*)$/, ' or $1');
}
