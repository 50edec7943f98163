import { describe, expect, test } from 'vitest';
import { NEVER } from '../../../src/engine/time.ts';
import type { KeyGroup } from '../../../src/model/definitions/key-groups.ts';
import { OFFICE, OFFICE_VERSIONS } from '../../../src/model/definitions/office.ts';
import { officeKeyWorks } from '../../../src/model/definitions/office-lookups.ts';
import type { HostParameters } from '../../../src/model/definitions/parameters.ts';
import { HOST_SYSTEMS, systemOf } from '../../../src/model/definitions/system-lookups.ts';
import { days, type EstateSketch } from '../estate.ts';
import { run } from '../queries.ts';
import type { Trace } from '../trace.ts';

const key = (group: KeyGroup) => ({ type: 'kms', group, hosts: 6, activationsPerHost: 10 }) as const;

/** A host with a key of Windows and one of Office 2016. */
const ESTATE: EstateSketch = {
  keys: { 'kms-key': key('server-2022'), office: key('office-2016'), newer: key('office-2021') },
  hosts: { 'kms-1': { os: 'server-2022-standard', officeKeys: ['office'] } },
};
const withOffice = (count: number, more: NonNullable<EstateSketch['groups']>[string] = {}) => ({
  pc: { os: 'windows-10-pro', count, office: 2016, ...more } as const,
});

/** What happened to Office on a machine, as `minute event count code`. */
const officeOf = (result: Trace, machine: string) =>
  result
    .of(machine)
    .filter(({ event }) => event.startsWith('office-'))
    .map(({ minute, event, count, code }) =>
      [
        minute,
        event.slice('office-'.length),
        ...(count < 0 ? [] : [count]),
        ...(code === '0x0' ? [] : [code]),
      ].join(' '),
    );

describe('the count of Office', () => {
  test('is its own: four of Office are too few among any number of Windows', () => {
    const groups = { ...withOffice(4), other: { os: 'windows-10-pro', count: 100 } } as const;
    const four = run({ ...ESTATE, groups });
    expect(officeOf(four, 'pc-0004').slice(0, 3)).toEqual([
      '0 installed 0x4004F00C',
      '0 count-too-low 4 0xC004F038',
      '120 count-too-low 4 0xC004F038',
    ]);
    const five = run({ ...ESTATE, groups: { ...groups, ...withOffice(5) } });
    expect(officeOf(five, 'pc-0005')).toEqual(['0 installed 0x4004F00C', '0 activated 5']);
    expect(officeOf(five, 'pc-0001')[2]).toBe('120 activated 5');
  });

  test('does not count for Windows either, and is at most 10', () => {
    const result = run({ ...ESTATE, groups: withOffice(20) });
    const { hosts, officeHosts } = result.simulation.estate;
    expect(officeHosts.count(hosts.all[0].id)).toBe(10);
    expect(officeHosts.all[0]).toMatchObject({ capacity: 10, maxCount: 10 });
    expect(hosts.count(hosts.all[0])).toBe(20);
    // 20 computers with Windows 10 are not 25, though their 20 installations of Office asked too.
    expect(result.lines.some(({ event }) => event === 'activated')).toBe(false);
  });

  test('is one for all versions, each of which needs its key', () => {
    const groups = { ...withOffice(3), new: { os: 'windows-11-pro', count: 2, office: 2021 } } as const;
    const one = run({ ...ESTATE, groups });
    expect(officeOf(one, 'new-0001')[1]).toBe('0 refused 0xC004F042');
    const both = run({
      ...ESTATE,
      hosts: { 'kms-1': { os: 'server-2022-standard', officeKeys: ['office', 'newer'] } },
      groups,
    });
    expect(officeOf(both, 'new-0002')[1]).toBe('0 activated 5');
  });

  test('has virtual machines as the host counts them, and clones once', () => {
    const virtual = { virtual: true } as const;
    expect(officeOf(run({ ...ESTATE, groups: withOffice(5, virtual) }), 'pc-0005')[1]).toBe('0 activated 5');
    const uncounted = {
      'kms-1': { os: 'server-2022-standard', officeKeys: ['office'], countsVirtual: false },
    } as const;
    const result = run({ ...ESTATE, hosts: uncounted, groups: withOffice(5, virtual) });
    expect(officeOf(result, 'pc-0005')[1]).toBe('0 count-too-low 0 0xC004F038');
    expect(officeOf(run({ ...ESTATE, groups: withOffice(5, { image: 'cloned' }) }), 'pc-0005')[1]).toBe(
      '0 count-too-low 1 0xC004F038',
    );
  });
});

describe('the license of Office', () => {
  const fiveThenDown: EstateSketch = {
    ...ESTATE,
    duration: days(240),
    groups: withOffice(5),
    timeline: [{ at: days(1), type: 'down', target: 'kms-1', for: null }],
  };
  const changes = (result: Trace, machine: string) =>
    officeOf(result, machine).filter((line) => /condition|activated|rearmed/.test(line));

  test('lasts 180 days, then 30 days of grace, then Notification', () => {
    const result = run(fiveThenDown);
    expect(changes(result, 'pc-0005')).toEqual([
      '0 activated 5',
      `${days(180)} condition 0x4004F00D`,
      `${days(210)} condition 0xC004F009`,
    ]);
    const { officeLicenses } = result.simulation.estate;
    expect(officeLicenses.licensedUntil(result.machine('pc-0005'))).toBe(NEVER);
  });

  test('is renewed every seven days, and leaves Notification with the next success', () => {
    const back = run({
      ...fiveThenDown,
      duration: days(225),
      timeline: [{ at: days(1), type: 'down', target: 'kms-1', for: days(219) }],
    });
    expect(changes(back, 'pc-0005').at(-1)).toMatch(/^\d+ activated 5$/);
    const renewed = run({ ...ESTATE, duration: days(15), groups: withOffice(5) });
    expect(officeOf(renewed, 'pc-0005').slice(1)).toEqual([
      '0 activated 5',
      `${days(7)} renewed 5`,
      `${days(14)} renewed 5`,
    ]);
  });

  test('begins with 30 days of grace, and is rearmed five times at most', () => {
    const alone = run({ duration: days(400), hosts: {}, groups: withOffice(1, { rearm: 'at-expiry' }) });
    expect(changes(alone, 'pc-0001')).toEqual([
      ...[30, 60, 90, 120, 150].map((day) => `${days(day)} rearmed 0x4004F00C`),
      `${days(180)} condition 0xC004F009`,
    ]);
  });
});

describe('the host of Office', () => {
  test('activates none in Notification, though Microsoft took its key of Office', () => {
    // Without an activation left of its own key, a host on Server 2022 is in Notification from the start.
    const keys = { ...ESTATE.keys, 'kms-key': { ...key('server-2022'), hosts: 0 } };
    const result = run({ ...ESTATE, keys, groups: withOffice(5) });
    expect(result.of('kms-1').map(({ event, detail }) => `${event} ${detail}`.trim())).toContain(
      'host-activated Office 2016',
    );
    expect(officeOf(result, 'pc-0005')[1]).toBe('0 refused 0xC004F041');
  });

  test('may be one for Office only, which refuses Windows', () => {
    const result = run({
      ...ESTATE,
      hosts: { 'kms-1': { os: 'server-2022-standard', key: 'office' } },
      groups: withOffice(5),
    });
    expect(officeOf(result, 'pc-0005')[1]).toBe('0 activated 5');
    expect(result.of('pc-0005').find(({ event }) => event === 'refused')?.code).toBe('0xC004F042');
  });

  test('is activated with each of its keys, and refuses Office as long as it is not', () => {
    const result = run({ ...ESTATE, groups: withOffice(5) });
    expect(result.brief('message').length).toBe(2);
    const { keys } = result.simulation.estate;
    expect(keys.used(keys.table.idOf('office'))).toBe(1);
    const alone = run({ ...ESTATE, networks: { core: { internet: false } }, groups: withOffice(5) });
    expect(officeOf(alone, 'pc-0005')[1]).toBe('0 refused 0xC004F041');
  });

  test('is given a key of Office besides its own, and forgets no client of Windows', () => {
    const result = run({
      ...ESTATE,
      hosts: { 'kms-1': { os: 'server-2022-standard' } },
      groups: { ...withOffice(5), other: { os: 'windows-10-pro', count: 30 } },
      timeline: [{ at: 60, type: 'rekey', host: 'kms-1', key: 'office' }],
    });
    expect(officeOf(result, 'pc-0005').slice(1)).toEqual(['0 refused 0xC004F042', '120 activated 5']);
    const { hosts } = result.simulation.estate;
    expect(hosts.count(hosts.all[0])).toBe(35);
  });

  test('is found by DNS like that of Windows, or set by hand for Office alone', () => {
    const hosts = {
      windows: { os: 'server-2022-standard' },
      office: { os: 'server-2022-standard', key: 'office', publish: false },
    } as const;
    const asked = (officeHost: string | null) =>
      run({ ...ESTATE, hosts, groups: withOffice(1, { officeHost }) })
        .of('pc-0001')
        .filter(({ host }) => host !== '')
        .slice(0, 2)
        .map(({ event, host }) => `${event} ${host}`);
    expect(asked(null)).toEqual(['count-too-low windows', 'office-refused windows']);
    expect(asked('office')).toEqual(['count-too-low windows', 'office-count-too-low office']);
  });

  // "Configure a KMS host computer for Office"; Office 2010 and 2013 after TechNet.
  const HOSTS: Record<number, string> = {
    2010: 'server-2003 server-2008-r2 windows-7 windows-8 windows-8.1 windows-10 windows-11 server-2012 server-2012-r2 server-2016 server-2019 server-2022 server-2025',
    2013: 'windows-8 windows-8.1 windows-10 windows-11 server-2012 server-2012-r2 server-2016 server-2019 server-2022 server-2025',
    2016: 'server-2008-r2 windows-7 windows-8 windows-8.1 windows-10 windows-11 server-2012 server-2012-r2 server-2016 server-2019 server-2022 server-2025',
    2019: 'windows-8.1 windows-10 windows-11 server-2012 server-2012-r2 server-2016 server-2019 server-2022 server-2025',
    2021: 'windows-10 windows-11 server-2016 server-2019 server-2022 server-2025',
    2024: 'windows-10 windows-11 server-2022 server-2025',
  };
  test.each(OFFICE_VERSIONS)('has a system on which the pack of Office %i can be installed', (version) => {
    const families = HOST_SYSTEMS.filter((os) => officeKeyWorks(version, { os })).map(
      (os) => systemOf(os).family,
    );
    expect([...new Set(families)].sort()).toEqual(HOSTS[version].split(' ').sort());
    expect(OFFICE[version].keyGroup).toBe(`office-${version}`);
  });

  test('needs an update for the pack of Office 2013 on Windows 7 and Server 2008 R2', () => {
    for (const os of ['windows-7-enterprise', 'server-2008-r2-standard'] as const) {
      expect(officeKeyWorks(2013, { os })).toBe(false);
      expect(officeKeyWorks(2013, { os, updates: ['KB2757817'] })).toBe(true);
    }
  });
});

test('Office changes nothing for Windows: the same contacts, draws and conditions', () => {
  const hosts: Record<string, Partial<HostParameters>> = {
    one: { os: 'server-2022-standard', officeKeys: ['office'] },
    two: { os: 'server-2022-standard' },
  };
  const estate: EstateSketch = { ...ESTATE, duration: days(20), hosts };
  const windows = (office: 2016 | null) =>
    run({
      ...estate,
      groups: withOffice(60, { office, connects: { every: days(5), for: days(1), first: 'random' } }),
    }).lines.filter(({ event, subject }) => subject.startsWith('pc-') && !event.startsWith('office-'));
  expect(windows(2016)).toEqual(windows(null));
});
