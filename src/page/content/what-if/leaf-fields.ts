import { isJsonObject, type JsonObject } from '../../../scenario/document/json.ts';
import { type Field, type FieldPlace, field, onOff, written } from './field.ts';

const DURATION = /^\d+(?:\.\d+)?\s*(?:min|h|d|w|y)$/;

/** Words that a key can be, where the scenario has one of them. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  activateBy: ['internet', 'telephone'],
  updateRights: ['all', 'first-host'],
  rearm: ['never', 'at-expiry'],
  uptime: ['always', 'office-hours'],
  image: ['generalized', 'cloned'],
  order: ['even', 'random'],
  result: ['genuine', 'non-genuine'],
  via: ['internet', 'telephone', 'removable-media'],
  part: ['disk', 'motherboard', 'minor'],
};

/**
 * The fields of a thing: every number, duration and switch that the scenario writes of it, however deep, and every word
 * of which the others are known.
 *
 * @param except keys of the thing that have fields of their own
 */
export function leafFields(place: FieldPlace, thing: JsonObject, except: readonly string[] = []): Field[] {
  return Object.entries(thing)
    .filter(([key]) => !except.includes(key))
    .flatMap(([key, value]) => leaves(place, key, value));
}

function leaves(place: FieldPlace, path: string, value: JsonObject[string]): Field[] {
  const label = path.split('.').map(words).join(' ');
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([key, inner]) => leaves(place, `${path}.${key}`, inner));
  if (typeof value === 'number') return [field(place, path, label, 'number', String(value))];
  if (typeof value === 'boolean') return [field(place, path, label, 'switch', onOff(value, false))];
  if (typeof value !== 'string') return [];
  if (DURATION.test(value)) return [field(place, path, label, 'duration', value)];
  const options = CHOICES[path.slice(path.lastIndexOf('.') + 1)];
  if (options === undefined || !options.includes(value)) return [];
  return [field(place, path, label, 'choice', written(value), { options })];
}

/** As in `activations per host`. */
function words(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
