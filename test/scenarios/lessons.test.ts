import { describe, expect, test } from 'vitest';
import { type MemoryRun, type Row, runInMemory } from './run-in-memory.ts';
import { settings, shipped } from './shipped.ts';

/** The figures that the lessons are about, worked out by hand, to the minute. */

const DAY = 1440;

function runLesson(name: string, ...words: readonly string[]): MemoryRun {
  return runInMemory(shipped(name, settings(...words)));
}

/** Rows of `events.csv` with one of these events, as values of some columns. */
function eventsOf(run: MemoryRun, events: readonly string[], columns: readonly string[]) {
  return run
    .rows('events.csv')
    .filter(({ event }) => events.includes(String(event)))
    .map((row) => columns.map((column) => row[column]));
}

/** What happened to a subject. */
function lifeOf(run: MemoryRun, subject: string): Row[] {
  return run.rows('events.csv').filter((row) => row.subject === subject);
}

describe('01-thresholds', () => {
  const run = runLesson('01-thresholds');
  const answers = eventsOf(run, ['activated', 'count-too-low'], ['minute', 'event', 'count']);

  test("answers the guide's four computers 1, 2, 2 and 3 and licenses none of them", () => {
    expect(answers.slice(0, 4)).toEqual([
      [0, 'count-too-low', 1],
      [1, 'count-too-low', 2],
      [2, 'count-too-low', 2],
      [3, 'count-too-low', 3],
    ]);
  });

  test('licenses a server at a count of 5 and a desktop at 25, each in its first minute', () => {
    // Of the first 26 answers, one a minute, exactly those of the fifth and the 25th physical computer suffice.
    const first = answers.slice(0, 26).filter(([, event]) => event === 'activated');
    expect(first).toEqual([
      [5, 'activated', 5],
      [25, 'activated', 25],
    ]);
  });

  test('licenses everybody else two hours after the first try', () => {
    // Installed in the minutes 0 to 24, but for the fifth physical computer of minute 5.
    const minutes = Array.from({ length: 25 }, (_, index) => index).filter((minute) => minute !== 5);
    expect(answers.slice(26)).toEqual(minutes.map((minute) => [minute + 120, 'activated', 25]));
  });
});

describe('02-core-network', () => {
  test('licenses the desktops that came before the 25th computer at their next turn', () => {
    // Desktop n comes in minute floor((n - 1) * 100.8). The 15th is the 25th physical computer, in minute 1411.
    const run = runLesson('02-core-network');
    const desktops = run.rows('machines.csv').filter(({ group }) => group === 'desktops');
    const delays = desktops.map((row) => Number(row.first_licensed_minute) - Number(row.installed_minute));
    const installed = Array.from({ length: 14 }, (_, index) => Math.floor(index * 100.8));
    const expected = installed.map((minute) => 120 * Math.ceil((1411 - minute) / 120));
    expect(delays.slice(0, 14)).toEqual(expected);
    expect(new Set(delays.slice(14))).toEqual(new Set([0]));
  });

  test('sends one message to Microsoft, that of the host', () => {
    const messages = runLesson('02-core-network').rows('microsoft.csv');
    expect(messages.map(({ minute, sender, via }) => [minute, sender, via])).toEqual([
      [0, 'kms-1', 'internet'],
    ]);
  });
});

describe('03-branch-offices', () => {
  const run = runLesson('03-branch-offices');
  const messagesOf = (messages: readonly Row[]) =>
    messages.map(({ minute, sender, via }) => [minute, sender, via]);
  const hosts = [
    [0, 'kms-1', 'internet'],
    [0, 'kms-2', 'internet'],
    [30, 'kms-a', 'telephone'],
  ];

  test("ends nobody's grace", () => {
    expect(eventsOf(run, ['condition'], ['minute', 'group', 'condition'])).toEqual([]);
  });

  test("activates the core's hosts at once, site A's after half an hour on the telephone, site B over the Internet", () => {
    const desktops = Array.from(
      { length: 15 },
      (_, index) => `b-desktops-${String(index + 1).padStart(4, '0')}`,
    );
    const [first, second, telephone] = hosts;
    expect(messagesOf(run.rows('microsoft.csv'))).toEqual([
      first,
      second,
      ...desktops.map((name) => [0, name, 'internet']),
      telephone,
    ]);
  });

  test('sends all of site B, left on KMS, to Notification at the end of day 30, and nobody else', () => {
    const forgotten = runLesson('03-branch-offices-b-on-kms');
    expect(eventsOf(forgotten, ['condition'], ['minute', 'group', 'condition', 'code'])).toEqual(
      new Array(15).fill([30 * DAY, 'b-desktops', 'Notification', '0xC004F009']),
    );
    expect(messagesOf(forgotten.rows('microsoft.csv'))).toEqual(hosts);
  });

  test('tells site B too low a count when it has a host of its own', () => {
    const ownHost = runLesson(
      '03-branch-offices-b-on-kms',
      'dns.b.example={ network: site-b }',
      'networks.site-b.dns=b.example',
      'hosts.kms-b={ network: site-b, os: server-2008-standard, key: corp-kms }',
    );
    expect(ownHost.summary).toMatchObject({
      hosts: { 'kms-b': { maxCount: 15 } },
      groups: { 'b-desktops': { everLicensed: 0, notificationDays: 15 * 335 } },
    });
  });

  test('licenses half of site A within 2040 minutes', () => {
    // Desktop n comes in minute 504 (n - 1), the 25th in minute 12096. Those from the 25th on, 16 of 40, do not wait.
    // The 20th shortest wait is that of the fourth before it: 2016 minutes, up to a multiple of 120.
    expect(run.summary.groups).toMatchObject({ 'a-desktops': { timeToLicensed: { p50: 2040 } } });
  });

  test('sees every client of kms-1 leave while it is down, and none come back', () => {
    const hosts = run.rows('hosts.csv').filter(({ host }) => host === 'kms-1');
    // Down on the days 120 to 131; the last record is at most of day 119 and gone on day 149 at the latest.
    const asked = hosts.filter(({ requests }) => Number(requests) > 0).map(({ day }) => Number(day));
    expect(Math.max(...asked)).toBe(119);
    expect(hosts.filter(({ day }) => Number(day) >= 149).every(({ count }) => count === 0)).toBe(true);
  });

  test('loses desktops of site C when the WAN fails after kms-1: those that draw the empty host', () => {
    const swapped = runLesson('03-branch-offices', 'timeline.1.at=10 d');
    const lost = eventsOf(swapped, ['condition'], ['minute', 'group', 'condition']).filter(
      ([, group, condition]) => group === 'c-desktops' && condition === 'Notification',
    );
    expect(lost.length).toBeGreaterThan(0);
    // Renewed on one of the days 53 to 59 for the last time, before the WAN failed on day 60.
    for (const [minute] of lost) {
      expect(Number(minute)).toBeGreaterThanOrEqual((53 + 210) * DAY);
      expect(Number(minute)).toBeLessThan((60 + 210) * DAY);
    }
  });
});

describe('04-host-lost', () => {
  const run = runLesson('04-host-lost');
  const passages = (subject: string) =>
    lifeOf(run, subject)
      .filter(({ event }) => event === 'condition' || event === 'activated')
      .map(({ minute, condition }) => [minute, condition]);

  test('goes to OOTGrace 180 days and to the end state 210 days after the last success', () => {
    // The 20th desktop is the 25th computer, licensed in minute 0; the first computer comes 120 minutes behind.
    expect(passages('desktops-0020')).toEqual([
      [0, 'Licensed'],
      [180 * DAY, 'OOTGrace'],
      [210 * DAY, 'Notification'],
      [251 * DAY, 'Licensed'],
    ]);
    expect(passages('servers-0001')).toEqual([
      [120, 'Licensed'],
      [180 * DAY + 120, 'OOTGrace'],
      [210 * DAY + 120, 'Notification'],
      [251 * DAY + 120, 'Licensed'],
    ]);
  });

  test('ends in Unlicensed before Service Pack 1', () => {
    expect(passages('old-desktops-0001').map(([, condition]) => condition)).toEqual([
      'Licensed',
      'OOTGrace',
      'Unlicensed',
      'Licensed',
    ]);
  });
});

describe('08-dns-rights', () => {
  const run = runLesson('08-dns-rights');

  test('refuses the second host every day until the grant, and publishes it within a day of it', () => {
    const updates = lifeOf(run, 'kms-2').filter(({ event }) => String(event).startsWith('publish'));
    // kms-2 starts in minute 60 and updates once a day; the grant is of day 30, 10:00.
    const refused = updates.slice(0, 31);
    expect(refused.map(({ minute, event }) => [minute, event])).toEqual(
      Array.from({ length: 31 }, (_, day) => [day * DAY + 60, 'publish-refused']),
    );
    expect(refused[0].code).toBe('0x8007232D');
    expect(updates[31]).toMatchObject({ minute: 31 * DAY + 60, event: 'published', code: '0x0' });
  });

  test('sends the computers of the second outage to the second host', () => {
    const activated = eventsOf(run, ['activated'], ['minute', 'group', 'host']);
    expect(activated.filter(([, group]) => group === 'before-grant')).toEqual(
      new Array(10).fill([15 * DAY, 'before-grant', 'kms-1']),
    );
    expect(activated.filter(([, group]) => group === 'after-grant')).toEqual(
      new Array(10).fill([44 * DAY, 'after-grant', 'kms-2']),
    );
  });
});

describe('09-firewall', () => {
  test('finds the host in DNS and the port closed', () => {
    const first = lifeOf(runLesson('09-firewall'), 'archive-desktops-0001').at(1);
    expect(first).toMatchObject({ minute: 0, event: 'no-host', code: '0x800706BA' });
  });
});

describe('10-roaming-laptops', () => {
  test('takes a laptop that is 60 days late through OOTGrace and Notification, and heals it by a visit', () => {
    const life = lifeOf(runLesson('10-roaming-laptops'), 'laptops-240-0002').filter(
      ({ event }) => event !== 'installed',
    );
    // The second of ten laptops that are handed out over 30 days is installed on day 3.
    const days = life.map(({ minute, condition }) => [Number(minute) / DAY - 3, condition]);
    expect(days).toEqual([
      [0, 'Licensed'],
      [180, 'OOTGrace'],
      [210, 'Notification'],
      [240, 'Licensed'],
      [420, 'OOTGrace'],
      [450, 'Notification'],
      [480, 'Licensed'],
    ]);
  });

  test('renews a laptop that comes every 180 days in the very minute in which its license ends', () => {
    const run = runLesson('10-roaming-laptops', 'machines.laptops-200.connects.every=180 d');
    expect(run.summary.groups).toMatchObject({ 'laptops-200': { unlicensedDays: 0, renewals: 20 } });
  });
});

describe('11-office-hours', () => {
  test('makes no contact outside the hours of its desktops', () => {
    const contacts = eventsOf(
      runLesson('11-office-hours'),
      ['activated', 'renewed', 'count-too-low', 'refused', 'no-host'],
      ['minute'],
    );
    for (const [minute] of contacts) {
      const day = Math.floor(Number(minute) / DAY);
      const time = Number(minute) % DAY;
      expect(day % 7).toBeLessThan(5);
      expect(time).toBeGreaterThanOrEqual(8 * 60);
      expect(time).toBeLessThan(18 * 60 + 30);
    }
  });
});
