import { describe, expect, test } from 'vitest';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { PUBLISHED_RULES } from '../../src/model/definitions/rules.ts';
import { ESTATE } from './estate.ts';
import { interpretWhole } from './in-memory.ts';

function parametersOf(patch: string): EstateParameters {
  const { scenario, errors } = interpretWhole({
    'main.yaml': `extends: base.yaml\n${patch}\n`,
    'base.yaml': ESTATE,
  });
  if (scenario === undefined) throw new Error(errors.join('\n'));
  return scenario.parameters;
}

describe('the parameters of the model', () => {
  test('have the published rules, or what policy says', () => {
    expect(parametersOf('').rules).toEqual(PUBLISHED_RULES);
    expect(
      parametersOf('policy: { recordLife: 10 d, vistaThreshold: 20, countVirtualMachines: true }').rules,
    ).toEqual({ ...PUBLISHED_RULES, recordLife: 14_400, vistaThreshold: 20, countVirtualMachines: true });
  });

  test('have the defaults of networks, links, zones and keys', () => {
    const { networks, links, zones, keys } = parametersOf('');
    expect(networks.get('lab')).toEqual({ zone: null, internet: false });
    expect(links.get('wan')).toEqual({ from: 'lab', to: 'core', allow: ['kms', 'dns', 'wmi', 'ldap'] });
    expect(zones.get('corp.example')).toEqual({
      network: 'core',
      updateRights: 'all',
      dynamicUpdate: true,
      records: [],
    });
    expect(keys.get('kms-key')).toEqual({ type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 });
    expect(keys.get('mak-key')).toEqual({ type: 'mak', group: 'client', activations: 50 });
  });

  test('have the defaults of a host', () => {
    expect(parametersOf('').hosts.get('kms-1')).toEqual({
      network: 'core',
      os: 'server-2008-standard',
      key: 'kms-key',
      online: 0,
      activateBy: 'internet',
      virtual: false,
      publish: true,
      publishTo: [],
      port: 1688,
      activationInterval: 120,
      renewalInterval: 10_080,
      countsVirtual: null,
      officeKeys: [],
      updates: [],
      priority: 0,
      weight: 0,
    });
  });

  test('have each zone of a host once, its own left to `publish`', () => {
    const zones = (keys: string) =>
      parametersOf(`dns: { b: { network: lab } }\nhosts: { kms-1: { ${keys} } }`).hosts.get('kms-1')
        ?.publishTo;
    expect(zones('publishTo: [b, corp.example]')).toEqual(['b']);
    expect(zones('publishTo: [b, corp.example], publish: false')).toEqual(['b', 'corp.example']);
  });

  test('have the defaults of a group', () => {
    expect(parametersOf('').groups.get('desktops')).toEqual({
      count: 30,
      names: null,
      domain: null,
      os: 'vista-business-sp1',
      network: 'core',
      virtual: false,
      method: { type: 'kms' },
      host: null,
      office: null,
      officeHost: null,
      cacheHost: true,
      kmsDomain: null,
      install: { at: 0, over: 0, order: 'even' },
      uptime: null,
      connects: null,
      image: { cmid: 'own', graceUsed: 0, rearmsUsed: 0 },
      rearm: 'never',
      rebuildEvery: null,
      hardwareChange: null,
      genuine: null,
      activationInterval: 120,
      renewalInterval: 10_080,
    });
  });

  test('have everything that a group can say', () => {
    const { groups } = parametersOf(`
machines:
  desktops:
    count: null
    names: [pc-1, pc-2]
    virtual: true
    host: kms-1
    install: { at: 2008-03-04, over: 2 d, order: random }
    uptime: { days: "mon,sat", on: 22:00, off: 06:00, jitter: 0 min }
    connects: { every: 7 d, for: 1 d, first: 2 d }
    image: cloned
    rearm: at-expiry
    rebuild: { every: 90 d }
    hardwareChange: { every: 300 d, part: motherboard }
    genuine: { validate: 10 d, result: non-genuine }
    activationInterval: 1 h
    renewalInterval: 1 d
`);
    expect(groups.get('desktops')).toEqual({
      count: 2,
      names: ['pc-1', 'pc-2'],
      domain: null,
      os: 'vista-business-sp1',
      network: 'core',
      virtual: true,
      method: { type: 'kms' },
      host: 'kms-1',
      office: null,
      officeHost: null,
      cacheHost: true,
      kmsDomain: null,
      install: { at: 1440, over: 2880, order: 'random' },
      uptime: { days: [true, false, false, false, false, true, false], on: 1320, off: 360, jitter: 0 },
      connects: { every: 10_080, for: 1440, first: 2880 },
      image: { cmid: 'shared', graceUsed: 0, rearmsUsed: 0 },
      rearm: 'at-expiry',
      rebuildEvery: 129_600,
      hardwareChange: { every: 432_000, part: 'motherboard', chance: 1 },
      genuine: { validate: 14_400, result: 'non-genuine' },
      activationInterval: 60,
      renewalInterval: 1440,
    });
  });

  test('have office hours, which are the default of written hours too', () => {
    const office = { days: [true, true, true, true, true, false, false], on: 480, off: 1080, jitter: 30 };
    expect(
      parametersOf('machines: { desktops: { uptime: office-hours } }').groups.get('desktops')?.uptime,
    ).toEqual(office);
    expect(
      parametersOf('machines: { desktops: { uptime: { on: 09:00 } } }').groups.get('desktops')?.uptime,
    ).toEqual({
      ...office,
      on: 540,
    });
  });

  test('have the intervals of policy where a host or group has none', () => {
    const { hosts, groups } = parametersOf(
      'policy: { activationInterval: 30 min }\nhosts: { kms-1: { activationInterval: 20 min } }',
    );
    expect(hosts.get('kms-1')?.activationInterval).toBe(20);
    expect(groups.get('desktops')?.activationInterval).toBe(30);
  });

  test.each([
    ['method: none', { type: 'none' }],
    ['method: mak, key: mak-key', { type: 'mak', key: 'mak-key', by: 'internet' }],
    ['method: mak, key: mak-key, by: telephone', { type: 'mak', key: 'mak-key', by: 'telephone' }],
    ['method: mak-proxy, key: mak-key, by: v', { type: 'mak-proxy', key: 'mak-key', vamt: 'v' }],
  ])('have the method { %s }', (keys, method) => {
    const patch = `vamt: { v: { network: lab, every: 1 d } }\nmachines: { desktops: { ${keys} } }`;
    expect(parametersOf(patch).groups.get('desktops')?.method).toEqual(method);
  });

  test('have VAMTs', () => {
    const { vamts } = parametersOf(
      'vamt: { v: { network: lab, every: 1 d }, w: { network: lab, every: 2 d, via: removable-media, roundTrip: 1 d, keepsConfirmations: false } }',
    );
    expect(vamts.get('v')).toEqual({
      network: 'lab',
      every: 1440,
      via: 'internet',
      roundTrip: 0,
      keepsConfirmations: true,
    });
    expect(vamts.get('w')).toEqual({
      network: 'lab',
      every: 2880,
      via: 'removable-media',
      roundTrip: 1440,
      keepsConfirmations: false,
    });
  });

  test.each([
    ['down: kms-1, for: 2 d', { type: 'down', target: 'kms-1', for: 2880 }],
    ['down: microsoft', { type: 'down', target: 'microsoft', for: null }],
    ['block: wan, services: [dns]', { type: 'block', link: 'wan', services: ['dns'], for: null }],
    ['move: kms-1', { type: 'move', host: 'kms-1' }],
    ['convert: desktops, method: none', { type: 'convert', group: 'desktops', method: { type: 'none' } }],
    ['rebuild: desktops', { type: 'rebuild', group: 'desktops' }],
    ['retire: desktops', { type: 'retire', group: 'desktops', count: null }],
    ['retire: desktops, count: 3', { type: 'retire', group: 'desktops', count: 3 }],
    ['grant: corp.example', { type: 'grant', zone: 'corp.example' }],
    ['raise: mak-key, activations: 9', { type: 'raise', key: 'mak-key', activations: 9, hosts: 0 }],
    ['rekey: kms-1', { type: 'rekey', host: 'kms-1' }],
    ['validate: desktops, result: genuine', { type: 'validate', group: 'desktops', result: 'genuine' }],
    ['activate: desktops', { type: 'activate', group: 'desktops' }],
  ])('have the timeline entry { %s }', (text, action) => {
    expect(parametersOf(`timeline: [{ at: 2008-03-04T01:00, ${text} }]`).timeline).toEqual([
      { at: 1500, ...action },
    ]);
  });
});
