import { PUBLISHED_RULES } from '../../../model/definitions/rules.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../scenario/document/json.ts';
import type { Override } from '../../../scenario/load.ts';
import { STANDARDS } from '../../../scenario/schema/standards.ts';
import {
  failureFields,
  hostFields,
  keyFields,
  linkFields,
  networkFields,
  vamtFields,
  zoneFields,
} from './estate-fields.ts';
import {
  type Field,
  type FieldSection,
  field,
  MAX_ENTRIES,
  onOff,
  presence,
  written,
  writtenDuration,
} from './field.ts';
import { leafFields } from './leaf-fields.ts';
import { machineFields } from './machine-fields.ts';
import { removalOf } from './removal.ts';

/** The fields of each section, in the order of the form. */
const SECTIONS: { readonly [Section in FieldSection]: (scenario: JsonObject) => Field[] } = {
  Machines: machineFields,
  Hosts: hostFields,
  Rules: ruleFields,
  Timeline: timelineFields,
  Failures: failureFields,
  Links: linkFields,
  Networks: networkFields,
  DNS: zoneFields,
  Keys: keyFields,
  VAMT: vamtFields,
  Cost: ({ cost }) =>
    isJsonObject(cost) ? leafFields({ section: 'Cost', thing: '', path: 'cost' }, cost) : [],
  Run: runFields,
};

/** What a reader may change of a scenario, in the order of the form. */
export function whatIfFields(scenario: JsonObject): Field[] {
  return Object.values(SECTIONS).flatMap((fieldsOf) => fieldsOf(scenario));
}

function runFields({ duration, seed }: JsonObject): Field[] {
  const place = { section: 'Run', thing: '', path: '' } as const;
  return [
    field(place, 'duration', 'how long', 'duration', written(duration, STANDARDS.duration)),
    field(place, 'seed', 'seed', 'text', written(seed, String(STANDARDS.seed))),
  ];
}

const INTERVALS = { renewalInterval: 'renewal interval', activationInterval: 'activation interval' } as const;
const COUNT_VIRTUAL = 'countVirtualMachines';

/** The intervals and whether virtual machines are counted, and every other rule that the scenario changes. */
function ruleFields({ policy }: JsonObject): Field[] {
  const place = { section: 'Rules', thing: '', path: 'policy' } as const;
  const rules = isJsonObject(policy) ? policy : {};
  return [
    ...Object.entries(INTERVALS).map(([rule, label]) => {
      const standard = PUBLISHED_RULES[rule as keyof typeof INTERVALS];
      return field(place, rule, label, 'duration', writtenDuration(rules[rule], standard));
    }),
    field(
      place,
      COUNT_VIRTUAL,
      'hosts count virtual machines',
      'switch',
      onOff(rules[COUNT_VIRTUAL], PUBLISHED_RULES[COUNT_VIRTUAL]),
    ),
    ...leafFields(place, rules, [...Object.keys(INTERVALS), COUNT_VIRTUAL]),
  ];
}

function timelineFields({ timeline }: JsonObject): Field[] {
  if (!Array.isArray(timeline)) return [];
  return timeline.slice(0, MAX_ENTRIES).flatMap((entry, index) => {
    if (!isJsonObject(entry)) return [];
    const { at, for: _lasting, ...rest } = entry;
    const words = Object.entries(rest)
      .map(([key, value]) => `${key} ${listed(value)}`)
      .join(', ');
    const thing = `${words} at ${written(at)}`;
    const place = { section: 'Timeline', thing, path: `timeline.${index}` } as const;
    const numbers = leafFields(place, entry).map((leaf) => ({ ...leaf, name: `${words} ${leaf.label}` }));
    return [presence(place), ...numbers];
  });
}

function listed(value: JsonValue): string {
  return Array.isArray(value) ? value.map(listed).join(' and ') : written(value);
}

/**
 * The overrides that make a scenario what the form says.
 *
 * @param values by path of the field; those that are missing are unchanged
 */
export function overridesOf(
  scenario: JsonObject,
  fields: readonly Field[],
  values: ReadonlyMap<string, string>,
): Override[] {
  const changed = fields.flatMap(({ path, value, change }) => {
    const now = values.get(path) ?? value;
    return now === value ? [] : [{ path, ...change(now) }];
  });
  const gone = changed.flatMap((one) => one.gone ?? []);
  const set = changed
    .filter(({ path }) => !gone.some((thing) => path.startsWith(`${thing}.`)))
    .flatMap((one) => one.set ?? []);
  return [...set, ...removalOf(scenario, gone)];
}
