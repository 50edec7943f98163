import type { JsonObject, JsonValue } from '../../../scenario/document/json.ts';
import { STANDARDS } from '../../../scenario/schema/standards.ts';
import { entriesOf, type Field, field, onOff, presence, quoted, written } from './field.ts';
import { leafFields } from './leaf-fields.ts';

const AS_THE_RULES = 'as the rules say';
const COUNTS = { [AS_THE_RULES]: 'null', yes: 'true', no: 'false' } as const;
const CHANNELS = ['internet', 'telephone'];
const SERVICE_SETS = ['kms dns wmi', 'kms dns', 'kms wmi', 'dns wmi', 'kms', 'dns', 'wmi'];
const NO_ZONE = 'none';

/** The fields of the KMS hosts, one more of each kind among them. */
export function hostFields({ hosts }: JsonObject): Field[] {
  return entriesOf(hosts).flatMap(([thing, host]) => {
    const path = `hosts.${thing}`;
    const place = { section: 'Hosts', thing, path } as const;
    const { online, activateBy, publish, countsVirtual } = host;
    return [
      presence(place),
      field(place, 'more', 'more like it', 'number', '0', {
        name: `more hosts like ${thing}`,
        change: (value) => ({ set: copiesOf(thing, host, value) }),
      }),
      field(place, 'online', 'online at', 'text', written(online, '0 d')),
      field(place, 'activateBy', 'activated by', 'choice', written(activateBy, 'internet'), {
        options: CHANNELS,
      }),
      field(place, 'countsVirtual', 'counts virtual machines', 'choice', countsOf(countsVirtual), {
        options: Object.keys(COUNTS),
        change: (value) => ({
          set: [{ path: `${path}.countsVirtual`, value: COUNTS[value as keyof typeof COUNTS] }],
        }),
      }),
      field(place, 'publish', 'publishes to DNS', 'switch', onOff(publish, true)),
      ...leafFields(place, host, ['online', 'activateBy', 'countsVirtual', 'publish']),
    ];
  });
}

function countsOf(value: JsonValue | undefined): keyof typeof COUNTS {
  if (value === undefined) return AS_THE_RULES;
  return value === true ? 'yes' : 'no';
}

const MAX_COPIES = 20;

/** Hosts that are like one, named after it; what is no small number is left to the checks of the language. */
function copiesOf(name: string, host: JsonObject, wanted: string) {
  const number = Number(wanted);
  if (!Number.isInteger(number) || number < 0 || number > MAX_COPIES)
    return [{ path: `hosts.${name}.more`, value: quoted(wanted) }];
  return Array.from({ length: number }, (_, copy) => ({
    path: `hosts.${name}-${copy + 2}`,
    value: JSON.stringify(host),
  }));
}

/** The fields of the networks. */
export function networkFields({ networks, dns }: JsonObject): Field[] {
  const zones = [NO_ZONE, ...entriesOf(dns).map(([name]) => name)];
  return entriesOf(networks).flatMap(([thing, { dns: zone, internet }]) => {
    const path = `networks.${thing}`;
    const place = { section: 'Networks', thing, path } as const;
    return [
      field(place, 'dns', 'asks the DNS zone', 'choice', written(zone, NO_ZONE), {
        options: zones,
        change: (value) => ({
          set: [{ path: `${path}.dns`, value: value === NO_ZONE ? 'null' : quoted(value) }],
        }),
      }),
      field(place, 'internet', 'Internet', 'switch', onOff(internet, false)),
    ];
  });
}

/** The fields of the links. */
export function linkFields({ links }: JsonObject): Field[] {
  return entriesOf(links).flatMap(([thing, { allow }]) => {
    const path = `links.${thing}`;
    const place = { section: 'Links', thing, path } as const;
    const now = Array.isArray(allow) ? allow.map((service) => written(service)).join(' ') : SERVICE_SETS[0];
    return [
      presence(place),
      field(place, 'allow', 'lets through', 'choice', now, {
        options: [...new Set([...SERVICE_SETS, now])],
        change: (value) => ({ set: [{ path: `${path}.allow`, value: JSON.stringify(value.split(' ')) }] }),
      }),
    ];
  });
}

/** The fields of the DNS zones. */
export function zoneFields({ dns }: JsonObject): Field[] {
  return entriesOf(dns).flatMap(([thing, { updateRights, dynamicUpdate }]) => {
    const place = { section: 'DNS', thing, path: `dns.${thing}` } as const;
    return [
      field(place, 'dynamicUpdate', 'dynamic update', 'switch', onOff(dynamicUpdate, true)),
      field(place, 'updateRights', 'who may update', 'choice', written(updateRights, 'all'), {
        options: ['all', 'first-host'],
      }),
    ];
  });
}

/** The fields of the keys: pools of a MAK, hosts of a KMS key. */
export function keyFields({ keys }: JsonObject): Field[] {
  return entriesOf(keys).flatMap(([thing, { type, activations, hosts, activationsPerHost }]) => {
    const place = { section: 'Keys', thing, path: `keys.${thing}` } as const;
    if (type === 'mak') return [field(place, 'activations', 'activations', 'number', written(activations))];
    return [
      field(place, 'hosts', 'hosts', 'number', written(hosts, String(STANDARDS.keyHosts))),
      field(
        place,
        'activationsPerHost',
        'activations per host',
        'number',
        written(activationsPerHost, String(STANDARDS.activationsPerHost)),
      ),
    ];
  });
}

/** The fields of random failures. */
export function failureFields({ failures }: JsonObject): Field[] {
  return entriesOf(failures).flatMap(([thing, failure]) => {
    const place = { section: 'Failures', thing, path: `failures.${thing}` } as const;
    return [presence(place, `failures of ${thing}`), ...leafFields(place, failure)];
  });
}

/** The fields of the VAMTs. */
export function vamtFields({ vamt }: JsonObject): Field[] {
  return entriesOf(vamt).flatMap(([thing, tool]) =>
    leafFields({ section: 'VAMT', thing, path: `vamt.${thing}` }, tool),
  );
}
