import { describe, expect, test } from 'vitest';
import { NEVER } from '../../../src/engine/time.ts';
import type { KmsKeyParameters } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { down } from '../mak/sketches.ts';
import { minutesOf, outcomesOf, run, storyOf } from '../queries.ts';

const HOURS = 60;

/** A KMS key of a group, with the usual six hosts of ten activations. */
const key = (group: KmsKeyParameters['group']): KmsKeyParameters => ({
  type: 'kms',
  group,
  hosts: 6,
  activationsPerHost: 10,
});
const KEYS = { 'kms-key': key('server-2012-r2') };
const OBJECT = { 'server-2012-r2': { key: 'kms-key' } };
/** A domain whose only activation object serves up to Windows 8.1. */
const CORP = { forest: { objects: OBJECT } };
const PC = { os: 'windows-8.1-enterprise', domain: 'forest' } as const;
const HOST = { 'kms-1': { os: 'server-2012-r2-standard' } } as const;

/** Without a KMS host unless the sketch has one. */
const runDomain = (sketch: EstateSketch) =>
  run({ duration: days(20), keys: KEYS, hosts: {}, domains: CORP, groups: { pc: PC }, ...sketch });

describe('a member of a domain with an activation object', () => {
  test('is activated at once, alone, without any KMS host, and renewed every 7 days', () => {
    const result = runDomain({});
    expect(outcomesOf(result, 'pc-0001')).toEqual([
      '0 activated',
      `${days(7)} renewed`,
      `${days(14)} renewed`,
    ]);
    const { licenses, directoryClients, attempts } = result.simulation.estate;
    const machine = result.machine('pc-0001');
    expect(licenses.licensedUntil(machine)).toBe(days(14 + 180));
    expect(attempts.renewals(machine)).toBe(2);
    expect(directoryClients.tally).toEqual([{ activations: 1, renewals: 2 }]);
  });

  test('waits for the object: before it is made the member is in Notification and tries every 2 hours', () => {
    const objects = { late: { key: 'kms-key', at: 5 * HOURS + 1 } };
    const result = runDomain({ duration: days(1), domains: { forest: { objects } } });
    expect(storyOf(result, 'pc-0001')).toEqual([
      '0 installed',
      '0 no-host',
      '120 no-host',
      '240 no-host',
      '360 activated',
    ]);
    expect(result.of('pc-0001')[0].condition).toBe('Notification');
  });

  test('is activated 30 minutes later where the object is activated by telephone', () => {
    const objects = { phoned: { key: 'kms-key', activateBy: 'telephone' } } as const;
    const result = runDomain({ duration: days(1), domains: { forest: { objects } } });
    expect(minutesOf(result, 'forest', 'object-activated')).toEqual([30]);
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([120]);
  });

  test('does not ask a KMS host, which counts it no more', () => {
    const result = runDomain({ hosts: HOST });
    expect(result.simulation.estate.hosts.all[0].requests).toBe(0);
  });

  test.each([
    ['Windows 7', 'windows-7-enterprise'],
    ['Server 2008 R2', 'server-2008-r2-standard'],
    ['a system that is newer than the key', 'windows-10-enterprise'],
  ] as const)('%s is not activated by it', (_case, os) => {
    const result = runDomain({ duration: days(1), groups: { pc: { os, domain: 'forest' } } });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([]);
  });

  test('of another network needs a link that allows LDAP', () => {
    const networks = { core: {}, site: {} };
    const groups = { pc: { ...PC, network: 'site' } };
    const link = (allow: readonly ('ldap' | 'kms')[]) => ({ wan: { from: 'site', to: 'core', allow } });
    const closed = runDomain({ networks, groups, links: link(['kms']) });
    const open = runDomain({ networks, groups, links: link(['ldap']) });
    expect(minutesOf(closed, 'pc-0001', 'activated')).toEqual([]);
    expect(minutesOf(open, 'pc-0001', 'activated')).toEqual([0]);
  });

  test('of a workgroup, or with another method, is left alone', () => {
    const groups = { alone: { ...PC, domain: null }, idle: { ...PC, method: { type: 'none' } } } as const;
    const result = runDomain({ groups });
    expect(result.brief('activated')).toEqual([]);
  });

  test('lapses 180 days after its latest contact with the domain', () => {
    const result = runDomain({ duration: days(230), timeline: [down('forest', days(1), null)] });
    const changes = result.of('pc-0001').filter(({ event }) => event === 'condition');
    expect(changes.map(({ minute, condition }) => `${minute} ${condition}`)).toEqual([
      `${days(180)} OOTGrace`,
      `${days(210)} Notification`,
    ]);
  });

  test('falls back on a KMS host in the same contact, and returns to the directory', () => {
    const result = runDomain({
      hosts: HOST,
      rules: { windows8Threshold: 1 },
      timeline: [down('forest', days(6), days(2))],
    });
    // Day 7: the controllers are down, so the KMS host renews; its 7 days later the directory does.
    expect(result.simulation.estate.hosts.all[0].renewals).toBe(1);
    expect(storyOf(result, 'pc-0001')).toEqual([
      '0 installed',
      '0 activated',
      `${days(7)} renewed`,
      `${days(14)} to-directory`,
    ]);
  });
});

describe('an activation object', () => {
  test('takes one activation of its key and none of its hosts', () => {
    const keys = { 'kms-key': { ...key('server-2012-r2'), hosts: 1, activationsPerHost: 2 } };
    const result = runDomain({ keys, hosts: { ...HOST, 'kms-1': { ...HOST['kms-1'], online: 1 } } });
    const { keys: used, hosts } = result.simulation.estate;
    expect(used.used(used.table.idOf('kms-key'))).toBe(2);
    expect(used.remaining(used.table.idOf('kms-key'))).toBe(0);
    expect(hosts.all[0].serving).toBe(true);
    const sent = result.lines.filter(({ event }) => event === 'message');
    expect(sent.map(({ subject, detail }) => `${subject}: ${detail}`)).toEqual([
      'forest/server-2012-r2: object-activation internet accepted',
      'kms-1: host-activation internet accepted',
    ]);
  });

  test('is refused when the activations of its key are used up, and made anew when more are granted', () => {
    const keys = { 'kms-key': { ...key('server-2012-r2'), hosts: 1, activationsPerHost: 1 } };
    const objects = { late: { key: 'kms-key', at: days(1) } };
    const raise = { type: 'raise', key: 'kms-key', activations: 1, hosts: 0, at: days(2) } as const;
    const result = runDomain({ keys, hosts: HOST, domains: { forest: { objects } }, timeline: [raise] });
    expect(minutesOf(result, 'forest', 'object-refused')).toEqual([days(1)]);
    expect(minutesOf(result, 'forest', 'object-activated')).toEqual([days(2)]);
  });

  test('waits for the Internet of a network with a controller, trying every 2 hours', () => {
    const result = runDomain({ duration: days(1), timeline: [down('internet', 0, 3 * HOURS)] });
    expect(minutesOf(result, 'forest', 'object-activated')).toEqual([4 * HOURS]);
  });

  test('serves what its key serves; several may be there', () => {
    const keys = { 'kms-key': key('server-2012-r2'), newer: key('server-2022') };
    const objects = { old: { key: 'kms-key' }, new: { key: 'newer', at: days(2) } };
    const groups = {
      old: { ...PC, os: 'server-2012-standard' },
      new: { ...PC, os: 'server-2022-datacenter' },
    } as const;
    const result = runDomain({ keys, domains: { forest: { objects } }, groups });
    expect(minutesOf(result, 'old-0001', 'activated')).toEqual([0]);
    expect(minutesOf(result, 'new-0001', 'activated')).toEqual([days(2)]);
  });
});

describe('joining and leaving', () => {
  const leave = { type: 'leave', group: 'pc', at: days(10) } as const;
  const join = { type: 'join', group: 'pc', domain: 'forest', at: days(10) } as const;

  test('a machine that leaves is not activated any more, at once', () => {
    const result = runDomain({ timeline: [leave] });
    const left = result.of('pc-0001').filter(({ minute }) => minute >= days(10));
    expect(left.slice(0, 3).map(({ minute, event, condition }) => [minute, event, condition])).toEqual([
      [days(10), 'left-domain', 'Notification'],
      [days(10), 'no-host', 'Notification'],
      [days(10) + 120, 'no-host', 'Notification'],
    ]);
  });

  test('a machine that leaves is activated by a KMS host in the same minute', () => {
    const result = runDomain({ hosts: HOST, rules: { windows8Threshold: 1 }, timeline: [leave] });
    const events = storyOf(result, 'pc-0001').filter((line) => line.startsWith(`${days(10)} `));
    expect(events).toEqual([`${days(10)} left-domain`, `${days(10)} activated`]);
  });

  test('a machine that a KMS host activated keeps its license when it leaves', () => {
    const result = runDomain({
      hosts: HOST,
      domains: { forest: {} },
      rules: { windows8Threshold: 1 },
      timeline: [leave],
    });
    expect(minutesOf(result, 'pc-0001', 'left-domain')).toEqual([]);
    expect(minutesOf(result, 'pc-0001', 'renewed')).toContain(days(10));
  });

  test('a machine that is absent leaves when it is present again', () => {
    const connects = { every: days(7), for: 60, first: 0 };
    const result = runDomain({ groups: { pc: { ...PC, connects } }, timeline: [leave] });
    expect(minutesOf(result, 'pc-0001', 'left-domain')).toEqual([days(14)]);
  });

  test('a machine that joins is activated at once', () => {
    const result = runDomain({ groups: { pc: { ...PC, domain: null } }, timeline: [join] });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([days(10)]);
  });

  test('a rebuilt member is activated by the directory again', () => {
    const groups = { pc: { ...PC, rebuildEvery: days(3) } };
    const result = runDomain({ duration: days(5), groups });
    expect(storyOf(result, 'pc-0001')).toEqual([
      '0 installed',
      '0 activated',
      `${days(3)} rebuilt`,
      `${days(3)} activated`,
    ]);
  });
});

describe('Office on a member', () => {
  const keys = { ...KEYS, 'office-key': key('office-2016') };
  const domains = { forest: { objects: { ...OBJECT, office: { key: 'office-key' } } } };
  const licensedUntil = (office: EstateSketch['groups'] & object, extra: EstateSketch = {}) => {
    const result = runDomain({ keys, domains, groups: office, ...extra });
    return result.simulation.estate.officeLicenses.licensedUntil(result.machine('pc-0001'));
  };

  test('is activated alone by an object of its version, and renewed every 7 days', () => {
    expect(licensedUntil({ pc: { ...PC, office: 2016 } })).toBe(days(14 + 180));
  });

  test.each([
    ['of another version', { ...PC, office: 2019 }],
    ['on Windows 7', { ...PC, os: 'windows-7-enterprise', office: 2016 }],
    ['in a workgroup', { ...PC, domain: null, office: 2016 }],
  ] as const)('%s is not', (_case, pc) => {
    expect(licensedUntil({ pc })).toBe(NEVER);
  });

  test('lapses 180 days after the controllers are lost', () => {
    const lost = { duration: days(200), timeline: [down('forest', days(1), null)] };
    expect(licensedUntil({ pc: { ...PC, office: 2016 } }, lost)).toBe(NEVER);
    expect(licensedUntil({ pc: { ...PC, office: 2016 } }, { ...lost, duration: days(180) })).toBe(days(180));
  });
});

test('members take their records with them: those left behind lose the count', () => {
  const rules = { windows7Threshold: 25, windows8Threshold: 25 };
  const groups = { new: { ...PC, count: 20 }, old: { os: 'windows-7-enterprise', count: 10 } } as const;
  const objects = { late: { key: 'kms-key', at: days(3) } };
  const result = runDomain({
    duration: days(60),
    rules,
    hosts: HOST,
    domains: { forest: { objects } },
    groups,
  });
  // All 30 count; the members renew on day 7 with the directory, and their records of day 0 are gone on day 30.
  expect(result.dailyCounts['kms-1'][29]).toBe(30);
  expect(result.dailyCounts['kms-1'][30]).toBe(10);
  const tooLow = minutesOf(result, 'old-0001', 'count-too-low').filter((minute) => minute > 120);
  expect(tooLow[0]).toBeGreaterThanOrEqual(days(30));
  expect(result.brief('to-directory')).toHaveLength(20);
});
