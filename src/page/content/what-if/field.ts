import type { Minutes } from '../../../engine/time.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../scenario/document/json.ts';
import type { Override } from '../../../scenario/load.ts';
import { formatDuration } from '../../../text/duration.ts';

/** A number or switch of a scenario that a reader may change. */
export interface Field {
  /** Names it among the fields. */
  readonly path: string;
  readonly section: FieldSection;
  /** What it belongs to, such as a machine group; empty: to the whole section. */
  readonly thing: string;
  /** What it is, next to its thing. */
  readonly label: string;
  /** What it is by itself, for those who hear it. */
  readonly name: string;
  readonly kind: FieldKind;
  /** As the form shows it: of a switch `on` or `off`. */
  readonly value: string;
  /** Of a choice: what may be chosen. */
  readonly options: readonly string[];
  /** What makes a scenario have another value. */
  readonly change: (value: string) => Change;
}

/** A `presence` switch says whether its thing is in the scenario at all. */
export type FieldKind = 'number' | 'duration' | 'text' | 'choice' | 'switch' | 'presence';

export type FieldSection =
  | 'Run'
  | 'Machines'
  | 'Hosts'
  | 'Rules'
  | 'Networks'
  | 'Links'
  | 'DNS'
  | 'Keys'
  | 'VAMT'
  | 'Failures'
  | 'Timeline'
  | 'Cost';

/** What is laid over a scenario, and what goes from it. */
export interface Change {
  readonly set?: readonly Override[];
  /** Paths of things that go, with all that refers to them. */
  readonly gone?: readonly string[];
}

/** What most fields of a thing share. */
export interface FieldPlace {
  readonly section: FieldSection;
  readonly thing: string;
  /** The path of the thing in the scenario. */
  readonly path: string;
}

/** How a field differs from a text that is set at its path. */
type FieldDetails = Partial<Pick<Field, 'options' | 'change' | 'name' | 'thing'>>;

/** A field of a thing: `key` is the path from the thing to what is changed. */
export function field(
  { section, thing, path }: FieldPlace,
  key: string,
  label: string,
  kind: FieldKind,
  value: string,
  details: FieldDetails = {},
): Field {
  const whole = path === '' ? key : `${path}.${key}`;
  return {
    path: whole,
    section,
    thing,
    label,
    name: thing === '' ? label : `${label} of ${thing}`,
    kind,
    value,
    options: [],
    change: (text) => ({
      set: [{ path: whole, value: kind === 'switch' ? String(text === 'on') : quoted(text) }],
    }),
    ...details,
  };
}

/** Whether a thing is in the scenario. */
export function presence({ section, thing, path }: FieldPlace, name = thing): Field {
  return {
    path,
    section,
    thing,
    label: thing,
    name,
    kind: 'presence',
    value: 'on',
    options: [],
    change: () => ({ gone: [path] }),
  };
}

/** The value of a switch. */
export function onOff(value: JsonValue | undefined, standard: boolean): string {
  return (typeof value === 'boolean' ? value : standard) ? 'on' : 'off';
}

/** A value as the form shows it; `standard` where the scenario has none. */
export function written(value: JsonValue | undefined, standard = ''): string {
  if (value === undefined) return standard;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A duration as the form shows it; `standard` where the scenario has none. */
export function writtenDuration(value: JsonValue | undefined, standard: Minutes): string {
  return written(value, formatDuration(standard));
}

/** A number as it is; anything else as a text, whatever it holds. */
export function quoted(value: string): string {
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? value.trim() : JSON.stringify(value);
}

/** Entries of a collection that a form offers: those of a longer one are changed in the file. */
export const MAX_ENTRIES = 40;

/** The things of a collection with their names, at most {@link MAX_ENTRIES}. */
export function entriesOf(collection: JsonValue | undefined): [string, JsonObject][] {
  if (!isJsonObject(collection)) return [];
  return Object.entries(collection)
    .filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]))
    .slice(0, MAX_ENTRIES);
}
