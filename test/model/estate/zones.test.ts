import { describe, expect, test } from 'vitest';
import { days, type EstateSketch } from '../estate.ts';
import { contactsOf, EASY, outcomesOf, run } from '../queries.ts';

/** What hosts did in DNS, each as `minute event host zone`. */
const publications = (sketch: EstateSketch) =>
  run(sketch)
    .lines.filter(({ event }) => event === 'published' || event === 'publish-refused')
    .map(({ minute, event, subject, code, detail }) =>
      [minute, event, subject, detail, code === '0x0' ? '' : code].join(' ').trimEnd(),
    );

const down = (target: string, at: number, length: number | null) =>
  ({ at, type: 'down', target, for: length }) as const;

describe('publication', () => {
  test('happens when the host comes online, and is told once while it stays so', () => {
    expect(publications({ duration: days(5), hosts: { 'kms-1': { online: 500 } } })).toEqual([
      '500 published kms-1 corp',
    ]);
  });

  test('is tried again every 24 hours', () => {
    expect(publications({ duration: days(5), timeline: [down('corp', 0, days(1.5))] })).toEqual([
      '0 publish-refused kms-1 corp 0x8007232A',
      `${days(2)} published kms-1 corp`,
    ]);
  });

  test('is tried as often as the policy says', () => {
    const rules = { publishInterval: 60 };
    expect(publications({ rules, timeline: [down('corp', 0, 90)] })[1]).toBe('120 published kms-1 corp');
  });

  test('happens again when a host is up after an outage, and every 24 hours from then on', () => {
    const timeline = [down('corp', 0, 100), down('kms-1', 200, 100)];
    expect(publications({ timeline })[1]).toBe('300 published kms-1 corp');
    const late = [down('corp', 0, 1000), down('kms-1', 200, 100)];
    expect(publications({ duration: days(3), timeline: late })[1]).toBe(
      `${300 + days(1)} published kms-1 corp`,
    );
  });

  test('does not happen while the host is down', () => {
    const timeline = [down('corp', 0, 100), down('kms-1', 200, null)];
    expect(publications({ duration: days(5), timeline })).toEqual([
      '0 publish-refused kms-1 corp 0x8007232A',
    ]);
  });

  test('can be turned off: then clients find no record', () => {
    const sketch: EstateSketch = {
      duration: 60,
      rules: EASY,
      hosts: { 'kms-1': { publish: false } },
      groups: { pc: {} },
    };
    expect(publications(sketch)).toEqual([]);
    expect(outcomesOf(run(sketch), 'pc-0001')).toEqual(['0 no-host 0x8007232B']);
  });

  const twoZones: EstateSketch = {
    networks: { core: {}, lab: { zone: 'lab.corp' } },
    links: { 'to-lab': { from: 'core', to: 'lab', allow: ['dns'] } },
    zones: { corp: {}, 'lab.corp': { network: 'lab' } },
  };

  test('reaches further zones besides its own, each once', () => {
    const hosts = { 'kms-1': { publishTo: ['lab.corp', 'corp'] } };
    expect(publications({ ...twoZones, hosts }).sort()).toEqual([
      '0 published kms-1 corp',
      '0 published kms-1 lab.corp',
    ]);
  });

  test('reaches the named zones only where publishing to its own is off', () => {
    const hosts = { 'kms-1': { publish: false, publishTo: ['lab.corp'] } };
    expect(publications({ ...twoZones, hosts })).toEqual(['0 published kms-1 lab.corp']);
  });

  test('needs a way for DNS to the server of the zone', () => {
    const hosts = { 'kms-1': { publishTo: ['lab.corp'] } };
    expect(publications({ ...twoZones, links: {}, hosts })).toContain(
      '0 publish-refused kms-1 lab.corp 0x8007232A',
    );
  });
});

describe('update rights', () => {
  const rivals: EstateSketch = {
    duration: days(5),
    rules: EASY,
    zones: { corp: { updateRights: 'first-host' } },
    hosts: { 'kms-1': {}, 'kms-2': {} },
  };

  test('of the first host only keep a second one out', () => {
    expect(publications(rivals)).toEqual([
      '0 published kms-1 corp',
      '0 publish-refused kms-2 corp 0x8007232D',
    ]);
    const result = run({ ...rivals, groups: { pc: { count: 50 } } });
    const asked = result.lines.filter(({ event }) => event === 'activated').map(({ host }) => host);
    expect(new Set(asked)).toEqual(new Set(['kms-1']));
  });

  test('belong to whoever was there first, not to whoever stands first in the scenario', () => {
    const hosts = { 'kms-1': { online: 10 }, 'kms-2': { online: 5 } };
    expect(publications({ ...rivals, hosts })).toEqual([
      '5 published kms-2 corp',
      '10 publish-refused kms-1 corp 0x8007232D',
    ]);
  });

  test('stay with the first host while it is down', () => {
    const timeline = [down('kms-1', 100, null)];
    expect(publications({ ...rivals, timeline }).length).toBe(2);
  });

  test('granted to all let the second host in when it next publishes', () => {
    const timeline = [{ at: 100, type: 'grant', zone: 'corp' } as const];
    expect(publications({ ...rivals, timeline })).toContain(`${days(1)} published kms-2 corp`);
  });

  test('of all hosts refuse nobody', () => {
    expect(publications({ ...rivals, zones: { corp: {} } })).toEqual([
      '0 published kms-1 corp',
      '0 published kms-2 corp',
    ]);
  });
});

describe('queries', () => {
  const late: EstateSketch = {
    duration: 300,
    rules: EASY,
    groups: { pc: { install: { at: 60, over: 0, order: 'even' } } },
  };

  test('name a host that is down: its record is stale but stays', () => {
    const result = run({ ...late, timeline: [down('kms-1', 30, null)] });
    expect(outcomesOf(result, 'pc-0001')[0]).toBe('60 no-host 0x800706BA');
  });

  test('find a live host behind stale records in the same contact', () => {
    const result = run({
      ...late,
      hosts: { 'kms-1': {}, 'kms-2': {}, 'kms-3': {} },
      groups: { pc: { count: 30, install: { at: 60, over: 0, order: 'even' } } },
      timeline: [down('kms-1', 30, null), down('kms-3', 30, null)],
    });
    for (const line of result.lines.filter(({ event }) => event === 'activated'))
      expect(line).toMatchObject({ minute: 60, host: 'kms-2' });
    expect(result.brief('activated').length).toBe(30);
  });

  test('get no answer while the zone is down', () => {
    const result = run({ ...late, timeline: [down('corp', 30, 60)] });
    expect(outcomesOf(result, 'pc-0001')).toEqual(['60 no-host 0x8007232A', '180 activated']);
  });

  test('are not needed for a host in the cache', () => {
    const hosts = { 'kms-1': { renewalInterval: 60 } };
    const result = run({ ...late, hosts, timeline: [down('corp', 90, null)] });
    expect(outcomesOf(result, 'pc-0001')).toEqual([
      '60 activated',
      '120 renewed',
      '180 renewed',
      '240 renewed',
    ]);
  });

  test('find nothing before the first host has published', () => {
    const result = run({ ...late, hosts: { 'kms-1': { online: 100 } } });
    expect(outcomesOf(result, 'pc-0001')).toEqual(['60 no-host 0x8007232B', '180 activated']);
  });

  test('are not made from a network without a zone', () => {
    const result = run({ ...late, networks: { core: { zone: null } } });
    expect(contactsOf(result, 'pc-0001')[0]).toMatchObject({ event: 'no-host', code: '0x8007232B' });
  });
});
