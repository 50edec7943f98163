import { describe, expect, it } from 'vitest';
import { BRANCH, explained, pathsOf } from './explained.ts';

const DAY = 1440;

describe('the causes of an explanation', () => {
  it('are the outage that it would not have happened without, and not a harmless one beside it', async () => {
    const answer = await explained(`${BRANCH}
timeline:
  - { at: 20 d, for: 5 d, down: kms-1 }
  - { at: 30 d, for: 300 d, down: wan }
`);
    expect(answer.subject).toBe('clerks-0001');
    expect(pathsOf(answer.causes)).toEqual(['timeline.1']);
    expect(answer.causes[0]).toMatchObject({ line: 21, set: 'timeline.1=null' });
    expect(pathsOf(answer.harmless)).toContain('timeline.0');
    expect(answer.chain.map(({ event }) => event)).not.toContain('kms-1 went down, for 5 d');
    expect(answer.chain.find(({ event }) => event.startsWith('wan went down'))?.place).toBe('main.yaml:21');
  });

  it('are each of two outages that only together harm', async () => {
    // 170 and 170 days: one alone is shorter than the 180 days of an activation and the 30 of the grace.
    const answer = await explained(
      `${BRANCH}
timeline:
  - { at: 10 d, for: 120 d, down: wan }
  - { at: 130 d, for: 120 d, down: kms-1 }
`,
      'clerks',
    );
    expect(pathsOf(answer.causes).sort()).toEqual(['timeline.0', 'timeline.1']);
    expect(answer.onlyTogether).toBe(false);
  });

  it('are a smallest set where each of two outages is enough by itself', async () => {
    const answer = await explained(
      `${BRANCH}
timeline:
  - { at: 10 d, for: 300 d, down: wan }
  - { at: 10 d, for: 300 d, down: corp.example }
  - { at: 10 d, for: 300 d, down: kms-1 }
`,
      'clerks',
    );
    expect(answer.onlyTogether).toBe(true);
    // A zone that is down does not matter to clients that know a host.
    expect(pathsOf(answer.causes)).toEqual(['timeline.0', 'timeline.2']);
  });

  it('are a setting that differs from the default', async () => {
    const answer = await explained(
      `${BRANCH}
  late: { count: 2, os: vista-business-sp1, network: core, connects: { every: 300 d, for: 1 d, first: 0 d } }
`,
      'late',
    );
    expect(pathsOf(answer.causes)).toEqual(['machines.late.connects']);
    expect(answer.sentence).toContain('not connected for longer than its activation lasts');
    expect(answer.remedies.find(({ what }) => what === 'connecting more often')).toMatchObject({
      helps: true,
    });
  });

  it('are single failures that struck, each with its day', async () => {
    const late = await explained(
      `${BRANCH.replace('clerks: { count: 5,', 'clerks: { count: 5, install: { at: 100 d },')}
failures:
  wan: { every: 60 d, for: 40 d, distribution: fixed, first: 0 d }
`,
      'clerks',
    );
    // Down on the days 0 to 40 and 100 to 140: a machine of day 100 is in Notification on day 130.
    expect(late.causes).toMatchObject([{ path: 'failures.wan', line: 20, set: null }]);
    expect(late.causes[0].what).toContain('day 100');
  });
});

describe('the remedies', () => {
  it('are simulated, those that do not help among them: a link to a site whose zone names only the empty host', async () => {
    const answer = await explained(
      `${BRANCH.replace('site: { dns: corp.example }', 'site: { dns: site.example }')
        .replace(
          '  corp.example: { network: core }',
          '  corp.example: { network: core }\n  site.example: { network: site }',
        )
        .replace('links:\n  wan: { from: site, to: core, allow: [kms, dns] }\n', '')
        .replace(
          'machines:',
          '  kms-site: { network: site, os: server-2008-standard, key: corp-kms, activateBy: telephone }\nmachines:',
        )}`,
      'clerks',
    );
    const link = 'links.site-core={ from: site, to: core, allow: [kms, dns] }';
    const helps = (set: readonly string[]) =>
      answer.remedies.find((remedy) => remedy.set.join() === set.join())?.helps;
    expect(helps([link])).toBe(false);
    // The empty host publishes itself in the zone of its network, so it has to go too.
    expect(helps([link, 'networks.site.dns=corp.example'])).toBe(false);
    expect(helps([link, 'networks.site.dns=corp.example', 'hosts.kms-site=null'])).toBe(true);
    expect(helps(['machines.clerks.count=25'])).toBe(true);
  });

  it('say what becomes of the machines', async () => {
    const answer = await explained(
      `${BRANCH}
timeline:
  - { at: 30 d, down: wan }
`,
      'clerks-0003',
    );
    expect(answer).toMatchObject({ state: 'Notification', kind: 'machine' });
    expect(
      answer.remedies.filter(({ helps }) => helps).map(({ what, outcome }) => `${what}: ${outcome}`),
    ).toEqual([
      'MAK by telephone: Licensed, first on day 0, never in an end state',
      'MAK Proxy: Licensed, first on day 3, never in an end state',
    ]);
  });
});

describe('the chain', () => {
  it('tells repetition as one link with counts, oldest first', async () => {
    const { chain, sentence, since } = await explained(
      BRANCH.replace('count: 30', 'count: 10'),
      'desks-0001',
    );
    // 10 + 5 computers; 361 contacts from minute 0 to day 30, one every two hours.
    expect(chain.map(({ event }) => event)).toEqual([
      'installed',
      '361 contacts were answered with 1 to 15 by kms-1, fewer than 25',
      'now in Notification',
    ]);
    expect(chain[1]).toMatchObject({ source: 'KMS Activation Thresholds', minute: 0 });
    expect(since).toBe(30 * DAY);
    expect(sentence).toBe(
      '`desks-0001` has been in Notification since 2008-04-02 (day 30), because `kms-1` answered no more than 15, too low a count',
    );
  });

  it('tells how the records of a host went', async () => {
    const { chain, kind } = await explained(
      `${BRANCH}
timeline:
  - { at: 50 d, retire: desks, count: 20 }
`,
      'kms-1',
    );
    expect(kind).toBe('host');
    expect(chain.map(({ event }) => event)).toContain('kms-1 lost 20 records: aged out');
  });
});

describe('what is explained', () => {
  it('is the expectation that failed before everything else', async () => {
    const answer = await explained(`${BRANCH}
timeline:
  - { at: 30 d, down: kms-1 }
expect:
  - { figure: groups.clerks.everNotification, is: 0 }
`);
    expect(answer.subject).toBe('clerks');
    expect(answer.sentence).toContain('`groups.clerks.everNotification` is 5, and 0 was expected');
  });

  it('is that all is well where nothing is wrong', async () => {
    const answer = await explained(BRANCH);
    expect(answer).toMatchObject({ subject: '', state: 'well', causes: [], remedies: [] });
  });

  it('is a moment with --at: before and after the outage all is well', async () => {
    const text = `${BRANCH}
timeline:
  - { at: 10 d, for: 220 d, down: kms-1 }
`;
    const at = async (day: number) => (await explained(text, 'desks-0001', { at: day * DAY })).state;
    expect([await at(5), await at(190), await at(225), await at(300)]).toEqual([
      'Licensed',
      'OOTGrace',
      'Notification',
      'Licensed',
    ]);
  });

  it('is the worst up to the moment with --at and no subject, also where it is over by then', async () => {
    const text = `${BRANCH}
timeline:
  - { at: 10 d, for: 220 d, down: kms-1 }
`;
    const at = async (day: number) => (await explained(text, null, { at: day * DAY })).sentence;
    expect(await at(5)).toMatch(/^all is well/);
    expect(await at(225)).toMatch(
      /^`desks-0025` has been in Notification since .* \(kms-1 down on day 10 for 220 d\)$/,
    );
    expect(await at(300)).toMatch(/^`desks-0025` has been Licensed since .*, and was in Notification from /);
  });

  it('is a key that is used up', async () => {
    const answer = await explained(
      `
networks: { home: { internet: true } }
keys: { mak: { type: mak, group: client, activations: 4 } }
machines:
  desks: { count: 2, os: vista-business-sp1, network: home, method: mak, key: mak }
  lodge: { count: 2, os: vista-business-sp1, network: home, method: mak, key: mak, install: { at: 20 d } }
timeline:
  - { at: 10 d, rebuild: desks }
`,
      'mak',
    );
    expect(answer).toMatchObject({ kind: 'key', state: 'used up', since: 20 * DAY });
    expect(pathsOf(answer.causes)).toEqual(['timeline.0']);
    expect(answer.remedies).toEqual([
      { what: 'a larger pool', set: ['keys.mak.activations=6'], outcome: 'it is never used up', helps: true },
    ]);
  });
});
