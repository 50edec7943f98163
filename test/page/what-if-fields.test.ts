import { expect, test } from 'vitest';
import { loadWithFigures } from '../../src/experiments/loading/load-scenario.ts';
import { overridesOf, whatIfFields } from '../../src/page/content/what-if/what-if-fields.ts';
import type { JsonObject } from '../../src/scenario/document/json.ts';
import type { Override } from '../../src/scenario/load.ts';
import { FILES, shipped } from '../scenarios/shipped.ts';

const { resolved } = shipped('03-branch-offices');
const fields = whatIfFields(resolved);

/** The scenario with what the form says laid over it. */
function changed(values: Record<string, string>) {
  const overrides = overridesOf(resolved, fields, new Map(Object.entries(values)));
  return loaded(resolved, overrides);
}

function loaded(document: JsonObject, overrides: readonly Override[]) {
  const result = loadWithFigures(
    'form.yaml',
    { ...FILES, read: () => JSON.stringify(document) },
    { overrides },
  );
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result.scenario.parameters;
}

test('an unchanged form changes nothing', () => {
  const values = new Map(fields.map(({ path, value }) => [path, value]));
  expect(overridesOf(resolved, fields, values)).toEqual([]);
});

test('numbers, intervals and methods become those of the scenario', () => {
  const { groups, rules, keys } = changed({
    'machines.b-desktops.count': '19',
    'machines.b-desktops.method': 'kms',
    'machines.c-desktops.method': 'mak with b-mak',
    'policy.renewalInterval': '3 d',
    'keys.b-mak.activations': '50',
  });
  expect(groups.get('b-desktops')).toMatchObject({ count: 19, method: { type: 'kms' } });
  expect(groups.get('c-desktops')).toMatchObject({ method: { type: 'mak', key: 'b-mak' } });
  expect(rules.renewalInterval).toBe(3 * 1440);
  expect(keys.get('b-mak')).toMatchObject({ activations: 50 });
});

test('entries of the timeline that are switched off go, and the others stay, whatever their order', () => {
  expect(changed({ 'timeline.0': 'off' }).timeline).toMatchObject([{ type: 'down', target: 'kms-1' }]);
  expect(changed({ 'timeline.0': 'off', 'timeline.1': 'off', 'timeline.1.for': '1 d' }).timeline).toEqual([]);
  expect(changed({ 'timeline.0': 'off', 'timeline.1.for': '2 d' }).timeline).toMatchObject([
    { target: 'kms-1', for: 2 * 1440 },
  ]);
});

test('a host that is switched off goes with all that names it, and the scenario still loads', () => {
  const { hosts, timeline } = changed({ 'hosts.kms-1': 'off', 'hosts.kms-1.more': '2' });
  expect([...hosts.keys()]).toEqual(['kms-2', 'kms-a']);
  expect(timeline).toMatchObject([{ type: 'down', target: 'wan-c' }]);
});

test('one more host is like the one that it is made after', () => {
  const { hosts } = changed({ 'hosts.kms-1.more': '1' });
  expect([...hosts.keys()]).toEqual(['kms-1', 'kms-2', 'kms-a', 'kms-1-2']);
  expect(hosts.get('kms-1-2')).toMatchObject({ network: 'core', os: hosts.get('kms-1')?.os });
});

test('hosts, rules, networks, links, zones and keys have their switches', () => {
  const { hosts, rules, networks, links, zones, keys } = changed({
    'hosts.kms-2.publish': 'off',
    'hosts.kms-2.countsVirtual': 'yes',
    'hosts.kms-a.activateBy': 'telephone',
    'policy.countVirtualMachines': 'on',
    'networks.site-b.dns': 'a.example',
    'networks.site-a.internet': 'off',
    'links.wan-c.allow': 'dns',
    'dns.corp.example.dynamicUpdate': 'off',
    'dns.corp.example.updateRights': 'first-host',
    'keys.corp-kms.hosts': '2',
  });
  expect(hosts.get('kms-2')).toMatchObject({ publish: false, countsVirtual: true });
  expect(hosts.get('kms-a')).toMatchObject({ activateBy: 'telephone' });
  expect(rules.countVirtualMachines).toBe(true);
  expect(networks.get('site-b')).toMatchObject({ zone: 'a.example' });
  expect(networks.get('site-a')).toMatchObject({ internet: false });
  expect(links.get('wan-c')).toMatchObject({ allow: ['dns'] });
  expect(zones.get('corp.example')).toMatchObject({ dynamicUpdate: false, updateRights: 'first-host' });
  expect(keys.get('corp-kms')).toMatchObject({ hosts: 2 });
});

test('the failures of a thing are switched off, or come and last as they are set', () => {
  const { resolved: failing } = shipped('20-branch-designs');
  const form = whatIfFields(failing);
  const values = { 'failures.vpn-a': 'off', 'failures.vpn-b.for': '5 d' };
  const { failures } = loaded(failing, overridesOf(failing, form, new Map(Object.entries(values))));
  expect([...failures.keys()]).toEqual(['vpn-b', 'wan-c']);
  expect(failures.get('vpn-b')?.for).toBe(5 * 1440);
});

test('every number and duration of a form can be set to what it is', () => {
  for (const name of ['08-dns-rights', '10-roaming-laptops', '12-isolated-zone-proxy', '19-non-genuine']) {
    const { resolved: own } = shipped(name);
    const numbers = whatIfFields(own).filter(({ kind }) => kind === 'number' || kind === 'duration');
    const set = numbers.flatMap(({ value, change }) => change(value).set ?? []);
    expect(set.length, name).toBeGreaterThan(3);
    expect(loaded(own, set).duration, name).toBe(loaded(own, []).duration);
  }
});
