import { describe, expect, test } from 'vitest';
import { ESTATE } from './estate.ts';
import { errorsOf, interpretWhole } from './in-memory.ts';

describe('a reference', () => {
  const PLACES: [what: string, added: string, message: string][] = [
    ['the zone of a network', 'networks: { x: { dns: gone } }', 'no DNS zone is named `gone`'],
    ['the start of a link', 'links: { x: { from: gone, to: core } }', 'no network is named `gone`'],
    ['the end of a link', 'links: { x: { from: core, to: gone } }', 'no network is named `gone`'],
    ['the network of a zone', 'dns: { x: { network: gone } }', 'no network is named `gone`'],
    ['the network of a host', 'hosts: { kms-1: { network: gone } }', 'no network is named `gone`'],
    ['the key of a host', 'hosts: { kms-1: { key: gone } }', 'no key is named `gone`'],
    ['a further zone of a host', 'hosts: { kms-1: { publishTo: [gone] } }', 'no DNS zone is named `gone`'],
    ['the network of machines', 'machines: { desktops: { network: gone } }', 'no network is named `gone`'],
    ['the key of machines', 'machines: { desktops: { method: mak, key: gone } }', 'no key is named `gone`'],
    [
      'the VAMT of machines',
      'machines: { desktops: { method: mak-proxy, key: mak-key, by: gone } }',
      'no VAMT is named `gone`',
    ],
    ['the host of machines', 'machines: { desktops: { host: gone } }', 'no KMS host is named `gone`'],
    ['the network of a VAMT', 'vamt: { x: { network: gone, every: 1 d } }', 'no network is named `gone`'],
    [
      'what is down',
      'timeline: [{ at: 0 d, down: gone }]',
      'no KMS host, DNS zone, network, link, VAMT or domain is named `gone`',
    ],
    ['a link blocked', 'timeline: [{ at: 0 d, block: gone, services: [kms] }]', 'no link is named `gone`'],
    ['a host moved', 'timeline: [{ at: 0 d, move: gone }]', 'no KMS host is named `gone`'],
    [
      'a group converted',
      'timeline: [{ at: 0 d, convert: gone, method: kms }]',
      'no machine group is named `gone`',
    ],
    ['a group rebuilt', 'timeline: [{ at: 0 d, rebuild: gone }]', 'no machine group is named `gone`'],
    ['a group retired', 'timeline: [{ at: 0 d, retire: gone }]', 'no machine group is named `gone`'],
    ['a zone granted', 'timeline: [{ at: 0 d, grant: gone }]', 'no DNS zone is named `gone`'],
    ['a key raised', 'timeline: [{ at: 0 d, raise: gone, hosts: 1 }]', 'no key is named `gone`'],
    ['a host rekeyed', 'timeline: [{ at: 0 d, rekey: gone }]', 'no KMS host is named `gone`'],
    [
      'a group validated',
      'timeline: [{ at: 0 d, validate: gone, result: genuine }]',
      'no machine group is named `gone`',
    ],
    ['a group activated', 'timeline: [{ at: 0 d, activate: gone }]', 'no machine group is named `gone`'],
  ];

  test.each(PLACES)('names something that is declared: %s', (_, added, message) => {
    const { errors } = interpretWhole({ 'main.yaml': `extends: base.yaml\n${added}\n`, 'base.yaml': ESTATE });
    expect(errors).toEqual([
      expect.stringMatching(new RegExp(`^2:${added.indexOf('gone') + 1} ${message}; `)),
    ]);
  });

  test('names something of the right kind', () => {
    expect(errorsOf(`${ESTATE}timeline: [{ at: 1 d, move: servers }]\n`)).toEqual([
      '17:29 `servers` is a machine group, not a KMS host; known: `kms-1`',
    ]);
    expect(errorsOf(`${ESTATE}timeline: [{ at: 1 d, down: servers }]\n`)).toEqual([
      expect.stringMatching(
        /^17:29 `servers` is a machine group, not a KMS host, DNS zone, network, link, VAMT or domain; /,
      ),
    ]);
  });

  test.each(['kms-1', 'corp.example', 'core', 'wan', 'microsoft', 'internet'])('%s can be down', (target) => {
    expect(errorsOf(`${ESTATE}timeline: [{ at: 1 d, down: ${target} }]\n`)).toEqual([]);
  });

  test('is checked where something else is wrong in the same entry', () => {
    expect(
      errorsOf(
        `networks: { core: {} }\nmachines:\n  a: { network: cor, cout: 1, count: 1, os: vista-business }\n`,
      ),
    ).toEqual([
      '3:17 no network is named `cor`; did you mean `core`?',
      '3:22 unknown key `cout`; did you mean `count`?',
    ]);
  });
});

describe('a name', () => {
  test('is used once, whatever it names', () => {
    expect(
      errorsOf('networks: { a: {}, b: {} }\ndns: { a: { network: b } }\nlinks: { b: { from: a, to: b } }'),
    ).toEqual([
      '2:8 the name `a` is already used by a network (main.yaml:1)',
      '3:10 the name `b` is already used by a network (main.yaml:1)',
    ]);
  });

  test.each(['microsoft', 'internet'])('%s is reserved', (name) => {
    expect(errorsOf(`networks: { ${name}: {} }`)).toEqual([`1:13 the name \`${name}\` is reserved`]);
  });

  test.each(['../up', 'a\\nb', ' a', 'a ', 'a\u202eb', '', 'a/b', '42', 'x'.repeat(65)])(
    '%j is ill-formed',
    (name) => {
      expect(errorsOf(`networks: { "${name}": {} }`)).toEqual([
        '1:13 a name is 1 to 64 visible characters of one line without `/` and `\\`, no space at either end, and not digits alone',
      ]);
    },
  );

  test.each([
    'a',
    '=cmd',
    'Site A',
    'Zürich',
    '-a',
    '.a',
    '3com',
    'A.b_c-D',
    'x'.repeat(64),
    'toString',
    '1e3',
  ])('%j is well-formed', (name) => {
    expect(errorsOf(`networks: { "${name}": {} }`)).toEqual([]);
  });
});
