import { PUBLISHED_RULES } from '../../model/definitions/rules.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../scenario/document/json.ts';
import type { Override } from '../../scenario/load.ts';
import { formatDuration } from '../../text/duration.ts';

/** A number or switch of a scenario that a reader may change. */
export interface Field {
  /** Names it among the fields; the path of what it changes. */
  readonly path: string;
  readonly section: FieldSection;
  readonly label: string;
  readonly kind: 'number' | 'duration' | 'choice' | 'switch';
  /** As the form shows it: of a switch `on` or `off`. */
  readonly value: string;
  /** Of a choice: what may be chosen. */
  readonly options: readonly string[];
}

export type FieldSection = 'Run' | 'Machines' | 'Intervals' | 'Keys' | 'Links' | 'Timeline';

/** Entries of collections that a form offers: a longer one is changed in the file. */
const MAX_ENTRIES = 40;

const MAK = 'mak with ';

/** What a reader may change of a scenario, in the order of the form. */
export function whatIfFields(scenario: JsonObject): Field[] {
  return [
    field('seed', 'Run', 'seed', 'number', String(scenario.seed ?? 42)),
    ...machineFields(scenario),
    ...intervalFields(scenario),
    ...entriesOf(scenario.keys)
      .filter(([, key]) => key.type === 'mak')
      .map(([name, { activations }]) =>
        field(
          `keys.${name}.activations`,
          'Keys',
          `activations of ${name}`,
          'number',
          String(activations ?? ''),
        ),
      ),
    ...entriesOf(scenario.links).map(([name]) => field(`links.${name}`, 'Links', name, 'switch', 'on')),
    ...timelineFields(scenario),
  ];
}

function field(
  path: string,
  section: FieldSection,
  label: string,
  kind: Field['kind'],
  value: string,
  options: readonly string[] = [],
): Field {
  return { path, section, label, kind, value, options };
}

function machineFields(scenario: JsonObject): Field[] {
  const maks = entriesOf(scenario.keys)
    .filter(([, { type }]) => type === 'mak')
    .map(([name]) => `${MAK}${name}`);
  return entriesOf(scenario.machines).flatMap(([name, { count, method, key }]) => {
    const now = method === 'mak' ? `${MAK}${written(key)}` : written(method ?? 'kms');
    const options = [...new Set(['kms', 'none', ...maks, now])];
    const fields = [
      field(`machines.${name}.method`, 'Machines', `method of ${name}`, 'choice', now, options),
    ];
    if (typeof count !== 'number') return fields;
    return [
      field(`machines.${name}.count`, 'Machines', `machines in ${name}`, 'number', String(count)),
      ...fields,
    ];
  });
}

const INTERVALS = { renewalInterval: 'renewal interval', activationInterval: 'activation interval' } as const;

function intervalFields({ policy, hosts }: JsonObject): Field[] {
  const rules = isJsonObject(policy) ? policy : {};
  const published = Object.entries(INTERVALS).map(([rule, label]) => {
    const standard = formatDuration(PUBLISHED_RULES[rule as keyof typeof INTERVALS]);
    return field(`policy.${rule}`, 'Intervals', label, 'duration', written(rules[rule] ?? standard));
  });
  const own = entriesOf(hosts).flatMap(([name, host]) =>
    Object.entries(INTERVALS)
      .filter(([rule]) => host[rule] !== undefined)
      .map(([rule, label]) =>
        field(
          `hosts.${name}.${rule}`,
          'Intervals',
          `${label} given by ${name}`,
          'duration',
          written(host[rule]),
        ),
      ),
  );
  return [...published, ...own];
}

function timelineFields({ timeline }: JsonObject): Field[] {
  if (!Array.isArray(timeline)) return [];
  return timeline.slice(0, MAX_ENTRIES).flatMap((entry, index) => {
    if (!isJsonObject(entry)) return [];
    const { at, for: lasting, ...rest } = entry;
    const words = Object.entries(rest).map(([key, value]) => `${key} ${written(value)}`);
    const label = `${words.join(', ')} at ${written(at)}`;
    const here = field(`timeline.${index}`, 'Timeline', label, 'switch', 'on');
    if (lasting === undefined) return [here];
    const length = `${words.join(', ')} for`;
    return [here, field(`timeline.${index}.for`, 'Timeline', length, 'duration', written(lasting))];
  });
}

function entriesOf(collection: JsonValue | undefined): [string, JsonObject][] {
  if (!isJsonObject(collection)) return [];
  const entries = Object.entries(collection).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1]),
  );
  return entries.slice(0, MAX_ENTRIES);
}

function written(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The overrides that make a scenario what the form says.
 *
 * @param values by path of the field; those that are missing are unchanged
 */
export function overridesOf(fields: readonly Field[], values: ReadonlyMap<string, string>): Override[] {
  const changed = fields.filter(({ path, value }) => (values.get(path) ?? value) !== value);
  const removed = new Set(changed.filter(({ kind }) => kind === 'switch').map(({ path }) => path));
  const set = changed
    .filter(
      ({ kind, path }) => kind !== 'switch' && ![...removed].some((gone) => path.startsWith(`${gone}.`)),
    )
    .flatMap((changedField) => overridesOfField(changedField, values.get(changedField.path) ?? ''));
  // From the last on: an entry that is removed moves those behind it.
  const gone = [...removed].reverse().map((path) => ({ path, value: 'null' }));
  return [...set, ...gone];
}

function overridesOfField({ path, kind }: Field, value: string): Override[] {
  if (kind !== 'choice') return [{ path, value: quoted(value) }];
  const machines = path.slice(0, path.lastIndexOf('.'));
  const method = (name: string, key: string) => [
    { path: `${machines}.key`, value: key },
    { path: `${machines}.by`, value: 'null' },
    { path, value: name },
  ];
  if (value.startsWith(MAK)) return method('mak', JSON.stringify(value.slice(MAK.length)));
  return method(value, 'null');
}

/** A number as it is; anything else as a text, whatever it holds. */
function quoted(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? value.trim() : JSON.stringify(value);
}
