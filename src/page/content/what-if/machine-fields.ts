import type { JsonObject } from '../../../scenario/document/json.ts';
import { type Change, entriesOf, type Field, field, onOff, presence, quoted, written } from './field.ts';
import { leafFields } from './leaf-fields.ts';

const MAK = 'mak with ';
const PROXY = 'mak-proxy by ';
const OWN = ['count', 'method', 'key', 'by', 'virtual', 'host'];
const DISCOVERY = 'by DNS';

/** The fields of the machine groups. */
export function machineFields(scenario: JsonObject): Field[] {
  const maks = namesOf(scenario.keys, ({ type }) => type === 'mak').map((name) => MAK + name);
  const hosts = namesOf(scenario.hosts);
  return entriesOf(scenario.machines).flatMap(([thing, group]) => {
    const path = `machines.${thing}`;
    const place = { section: 'Machines', thing, path } as const;
    const { count, method, virtual, host, key } = group;
    const now = methodOf(group);
    const proxies = key === undefined ? [] : namesOf(scenario.vamt).map((name) => PROXY + name);
    const options = [...new Set(['kms', 'none', ...maks, ...proxies, now])];
    const finds = [DISCOVERY, ...hosts];
    return [
      presence(place),
      ...(typeof count === 'number'
        ? [field(place, 'count', 'machines', 'number', String(count), { name: `machines in ${thing}` })]
        : []),
      field(place, 'method', 'method', 'choice', now, {
        options,
        change: (value) => methodChange(path, value, group),
      }),
      ...(hosts.length > 0 && (method ?? 'kms') === 'kms'
        ? [
            field(place, 'host', 'finds its host', 'choice', written(host, DISCOVERY), {
              options: finds,
              change: (value) => ({
                set: [{ path: `${path}.host`, value: value === DISCOVERY ? 'null' : quoted(value) }],
              }),
            }),
          ]
        : []),
      field(place, 'virtual', 'virtual', 'switch', onOff(virtual, false)),
      ...leafFields(place, group, OWN),
    ];
  });
}

/** As the form shows it: with the key, or with what collects for it. */
function methodOf({ method, key, by }: JsonObject): string {
  if (method === 'mak') return MAK + written(key);
  return method === 'mak-proxy' ? PROXY + written(by) : written(method, 'kms');
}

function methodChange(path: string, value: string, { key }: JsonObject): Change {
  const method = (name: string, keyValue: string, by: string) => ({
    set: [
      { path: `${path}.key`, value: keyValue },
      { path: `${path}.by`, value: by },
      ...(name === 'kms' ? [] : [{ path: `${path}.host`, value: 'null' }]),
      { path: `${path}.method`, value: name },
    ],
  });
  if (value.startsWith(MAK)) return method('mak', JSON.stringify(value.slice(MAK.length)), 'null');
  if (value.startsWith(PROXY))
    return method('mak-proxy', JSON.stringify(key ?? null), JSON.stringify(value.slice(PROXY.length)));
  return method(value, 'null', 'null');
}

function namesOf(
  collection: JsonObject[string] | undefined,
  which: (thing: JsonObject) => boolean = () => true,
): string[] {
  return entriesOf(collection)
    .filter(([, thing]) => which(thing))
    .map(([name]) => name);
}
