import { describe, expect, test } from 'vitest';
import { ESTATE } from './estate.ts';
import { interpretWhole } from './in-memory.ts';

const KEYS =
  'late: { type: kms, group: server-2016 }, server-mak: { type: mak, group: server-2016, activations: 9 }';
const DOMAIN = `keys: { ${KEYS} }\ndomains: { forest: { controllers: [core], objects: { made: { key: late, at: 2 d } } } }`;

const read = (patch: string) =>
  interpretWhole({ 'main.yaml': `extends: base.yaml\n${patch}\n`, 'base.yaml': ESTATE });
const errorsOf = (patch: string) => read(patch).errors;

function parametersOf(patch: string) {
  const { scenario, errors } = read(patch);
  if (scenario === undefined) throw new Error(errors.join('\n'));
  return scenario.parameters;
}

describe('domains', () => {
  test('have controllers and activation objects, made over the Internet unless it says otherwise', () => {
    const { domains } = parametersOf(DOMAIN);
    expect([...domains]).toEqual([
      [
        'forest',
        {
          controllers: ['core'],
          objects: new Map([['made', { key: 'late', at: 2880, activateBy: 'internet' }]]),
        },
      ],
    ]);
  });

  test('have members, from the start or later', () => {
    const timeline = 'timeline: [{ at: 1 d, join: desktops, domain: forest }, { at: 2 d, leave: desktops }]';
    const { groups, timeline: entries } = parametersOf(
      `${DOMAIN}\nmachines: { servers: { domain: forest } }\n${timeline}`,
    );
    expect(groups.get('servers')?.domain).toBe('forest');
    expect(groups.get('desktops')?.domain).toBeNull();
    expect(entries).toEqual([
      { at: 1440, type: 'join', group: 'desktops', domain: 'forest' },
      { at: 2880, type: 'leave', group: 'desktops' },
    ]);
  });

  test.each([
    [
      'a MAK for an object',
      DOMAIN.replace('key: late', 'key: server-mak'),
      /needs a KMS key, and `server-mak` is a MAK/,
    ],
    [
      'a key that is not there',
      DOMAIN.replace('key: late', 'key: lat'),
      /no key is named `lat`; did you mean `late`\?/,
    ],
    ['no controller', DOMAIN.replace('[core]', '[]'), /expected at least one network/],
    ['a controller named twice', DOMAIN.replace('[core]', '[core, core]'), /network listed twice/],
    ['a member of nothing', 'machines: { servers: { domain: forest } }', /no domain is named `forest`/],
    [
      'to join nothing',
      'timeline: [{ at: 1 d, join: desktops, domain: core }]',
      /`core` is a network, not a domain/,
    ],
  ])('cannot have %s', (_case, patch, message) => {
    expect(errorsOf(patch)).toEqual([expect.stringMatching(message)]);
  });
});

describe('method: avma', () => {
  const guests = (keys: string) =>
    `keys: { ${KEYS} }\nmachines: { nodes: { count: 2, os: server-2016-datacenter, network: core, method: mak, key: server-mak }, guests: { count: 4, os: server-2016-standard, network: core, ${keys} } }`;

  test('names the Hyper-V hosts', () => {
    const { groups } = parametersOf(guests('virtual: true, method: avma, on: nodes'));
    expect(groups.get('guests')?.method).toEqual({ type: 'avma', on: 'nodes' });
  });

  test.each([
    ['without `on`', 'virtual: true, method: avma', /`method: avma` needs `on`/],
    ['for physical computers', 'method: avma, on: nodes', /`method: avma` is for virtual machines/],
    ['on itself', 'virtual: true, method: avma, on: guests', /a group cannot be its own Hyper-V hosts/],
    ['on a host', 'virtual: true, method: avma, on: kms-1', /`kms-1` is a KMS host, not a machine group/],
    [
      'with a key',
      'virtual: true, method: avma, on: nodes, key: late',
      /`key` cannot be used with `method: avma`/,
    ],
    ['another method with `on`', 'method: kms, on: nodes', /`on` cannot be used with `method: kms`/],
  ])('is refused %s', (_case, keys, message) => {
    expect(errorsOf(guests(keys))).toEqual([expect.stringMatching(message)]);
  });

  test('can be converted to only by virtual machines', () => {
    const timeline = 'timeline: [{ at: 1 d, convert: desktops, method: avma, on: nodes }]';
    const [error] = errorsOf(`${guests('virtual: true, method: kms')}\n${timeline}`);
    expect(error).toMatch(/`method: avma` is for virtual machines/);
  });
});
