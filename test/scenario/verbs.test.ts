import { describe, expect, test } from 'vitest';
import { ESTATE } from './estate.ts';
import { interpretWhole, scenarioOf } from './in-memory.ts';

const read = (patch: string) =>
  interpretWhole({ 'main.yaml': `extends: base.yaml\n${patch}\n`, 'base.yaml': ESTATE });
const errorsOf = (patch: string) => read(patch).errors;

function parametersOf(patch: string) {
  const { scenario, errors } = read(patch);
  if (scenario === undefined) throw new Error(errors.join('\n'));
  return scenario.parameters;
}

/** The model's form of one entry of the timeline of the estate of the tests. */
const actionOf = (entry: string) => parametersOf(`timeline: [{ at: 1 d, ${entry} }]`).timeline[0];

describe('what administrators do', () => {
  test.each([
    ['rearm: desktops', { type: 'rearm', group: 'desktops' }],
    ['point: desktops, host: kms-1', { type: 'point', group: 'desktops', host: 'kms-1' }],
    ['point: desktops, host: null', { type: 'point', group: 'desktops', host: null }],
    ['unpublish: kms-1', { type: 'unpublish', host: 'kms-1' }],
    ['update: kms-1', { type: 'update', host: 'kms-1' }],
    ['relocate: kms-1, network: lab', { type: 'relocate', subject: 'kms-1', network: 'lab' }],
    ['relocate: desktops, network: lab', { type: 'relocate', subject: 'desktops', network: 'lab' }],
    ['rekey: kms-1, key: kms-key', { type: 'rekey', host: 'kms-1', key: 'kms-key' }],
    ['grant: corp.example, to: kms-1', { type: 'grant', zone: 'corp.example', to: 'kms-1' }],
    ['down: internet, network: lab, for: 1 h', { type: 'down', target: 'internet', network: 'lab', for: 60 }],
    [
      'rebuild: desktops, image: cloned',
      { type: 'rebuild', group: 'desktops', image: { cmid: 'shared', graceUsed: 0, rearmsUsed: 0 } },
    ],
    [
      'rebuild: desktops, image: { graceUsed: 10 d, rearmsUsed: 1 }',
      { type: 'rebuild', group: 'desktops', image: { cmid: 'own', graceUsed: 14_400, rearmsUsed: 1 } },
    ],
  ])('is read: %s', (entry, action) => {
    expect(actionOf(entry)).toEqual({ at: 1440, ...action });
  });

  test('can upgrade Windows 10 to 11 in place, which have the same setup keys', () => {
    const [action] = scenarioOf(`
networks: { core: { internet: true } }
machines: { pc: { count: 1, os: windows-10-pro, network: core, method: none } }
timeline: [{ at: 1 d, upgrade: pc, os: windows-11-pro }]
`).parameters.timeline;
    expect(action).toEqual({ at: 1440, type: 'upgrade', group: 'pc', os: 'windows-11-pro' });
  });

  test('cannot upgrade a group in place to a system of another family', () => {
    const [error] = errorsOf('timeline: [{ at: 1 d, upgrade: desktops, os: server-2008-standard }]');
    expect(error).toMatch(
      /`desktops` has `vista-[a-z0-9-]+`, which cannot become `server-2008-standard` in place/,
    );
  });

  test('names a network with the Internet alone', () => {
    expect(errorsOf('timeline: [{ at: 1 d, down: kms-1, network: lab }]')[0]).toContain(
      '`network` can only be used with `down: internet`',
    );
  });
});

test('zones take hand-made records, hosts count virtual machines, and hours have closed times', () => {
  const { zones, hosts, groups } = parametersOf(
    [
      'dns: { corp.example: { dynamicUpdate: false, records: [kms-1] } }',
      'hosts: { kms-1: { countsVirtual: true } }',
      'machines: { desktops: { uptime: { closed: [{ from: 2 d, for: 12 h }] } } }',
    ].join('\n'),
  );
  expect(zones.get('corp.example')).toMatchObject({ dynamicUpdate: false, records: ['kms-1'] });
  expect(hosts.get('kms-1')?.countsVirtual).toBe(true);
  expect(groups.get('desktops')?.uptime?.closed).toEqual([{ from: 2880, for: 720 }]);
});
