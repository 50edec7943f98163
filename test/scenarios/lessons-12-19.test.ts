import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/recording/tables/tables.ts';
import { type MemoryRun, runInMemory } from './run-in-memory.ts';
import { settings, shipped } from './shipped.ts';

/** The figures that the lessons 12 to 19 are about, worked out by hand, to the minute. */

const HOUR = 60;
const DAY = 24 * HOUR;

function runLesson(name: string, ...words: readonly string[]): MemoryRun {
  return runInMemory(shipped(name, settings(...words)));
}

/** Some columns of the rows of `events.csv` that have one of these events. */
function eventsOf(run: MemoryRun, events: readonly string[], columns: readonly string[]): Cell[][] {
  return run
    .rows('events.csv')
    .filter(({ event }) => events.includes(String(event)))
    .map((row) => columns.map((column) => row[column]));
}

/** The conditions that a machine or host passed through, each with the minute in which it began. */
function conditionsOf(run: MemoryRun, name: string): Cell[][] {
  return run
    .rows('events.csv')
    .filter(({ subject, condition }) => subject === name && condition !== '')
    .filter(({ condition }, index, rows) => condition !== rows[index - 1]?.condition)
    .map(({ minute, condition }) => [minute, condition]);
}

/** The minutes in which something happened to a machine. */
function minutesOf(run: MemoryRun, name: string, event: string): Cell[] {
  return eventsOf(run, [event], ['subject', 'minute'])
    .filter(([subject]) => subject === name)
    .map(([, minute]) => minute);
}

const range = (count: number, first = 0) => Array.from({ length: count }, (_, index) => first + index);

describe('12-isolated-zone', () => {
  const contacts = ['activated', 'count-too-low', 'refused'];

  test("has the zone's host activated by the end of a call of half an hour", () => {
    const activated = eventsOf(
      runLesson('12-isolated-zone'),
      ['host-activated'],
      ['minute', 'subject', 'detail'],
    );
    expect(activated).toEqual([
      [0, 'kms-1', 'internet'],
      [8 * HOUR + 30, 'kms-secure', 'telephone'],
    ]);
  });

  test('refuses the zone at 08:00, counts it at 10:00 and has licensed all of it at 12:00', () => {
    const answers = eventsOf(runLesson('12-isolated-zone'), contacts, [
      'minute',
      'event',
      'count',
      'code',
      'host',
    ])
      .filter(([, , , , host]) => host === 'kms-secure')
      .map((cells) => cells.slice(0, 4));
    expect(answers.slice(0, 32)).toEqual(new Array(32).fill([8 * HOUR, 'refused', '', '0xC004F041']));
    // Four servers hear 1 to 4, then 28 desktops 5 to 32.
    expect(answers.slice(32, 64).map(([minute, event, count]) => [minute, event, count])).toEqual(
      range(32, 1).map((count) => [10 * HOUR, count < 25 ? 'count-too-low' : 'activated', count]),
    );
    expect(answers.slice(64)).toEqual(new Array(24).fill([12 * HOUR, 'activated', 32, '0x0']));
  });

  test('makes the calls for a small zone one after the other, and again for the desktops after their rebuild', () => {
    const messages = runLesson('12-isolated-zone-mak')
      .rows('microsoft.csv')
      .filter(({ via }) => via === 'telephone')
      .map(({ minute, sender }) => [minute, sender]);
    const zone = [
      'secure-servers-0001',
      'secure-servers-0002',
      ...range(8, 1).map((n) => `secure-desktops-000${n}`),
    ];
    const rebuilt = 20 * DAY + 8 * HOUR;
    expect(messages).toEqual([
      ...zone.map((name, index) => [8 * HOUR + 30 * (index + 1), name]),
      ...zone.slice(2).map((name, index) => [rebuilt + 30 * (index + 1), name]),
    ]);
  });

  test('licenses the same zone by memory stick on day 3, and after the rebuild by what the VAMT has kept', () => {
    const run = runLesson('12-isolated-zone-proxy');
    const activated = eventsOf(run, ['activated'], ['minute', 'group']).filter(
      ([, group]) => group !== 'core-desktops',
    );
    expect(activated).toEqual([
      ...new Array(2).fill([3 * DAY, 'secure-servers']),
      ...new Array(8).fill([3 * DAY, 'secure-desktops']),
      ...new Array(8).fill([21 * DAY, 'secure-desktops']),
    ]);
    const messages = run.rows('microsoft.csv').map(({ minute, key, computers }) => [minute, key, computers]);
    expect(messages).toEqual([
      [0, 'corp-kms', 1],
      [3 * DAY, 'secure-server-mak', 2],
      [3 * DAY, 'secure-client-mak', 8],
    ]);
  });
});

describe('13-disconnected', () => {
  const run = runLesson('13-disconnected');

  test('renews computers that come every 170 days on their days in the office only', () => {
    expect(minutesOf(run, 'sales-0012', 'renewed')).toEqual([170 * DAY, 340 * DAY]);
  });

  test('lets those of every 200 days get by in OOTGrace, and those of every 240 days not', () => {
    expect(conditionsOf(run, 'inspectors-0001').slice(1)).toEqual([
      [0, 'Licensed'],
      [180 * DAY, 'OOTGrace'],
      [200 * DAY, 'Licensed'],
    ]);
    expect(conditionsOf(run, 'ships-0001').slice(1)).toEqual([
      [0, 'Licensed'],
      [180 * DAY, 'OOTGrace'],
      [210 * DAY, 'Notification'],
      [240 * DAY, 'Licensed'],
    ]);
  });

  test('activates those that never come once, over the Internet at once and by telephone in turn', () => {
    const messages = run.rows('microsoft.csv').filter(({ key }) => key === 'mobile-mak');
    expect(messages.map(({ minute, via }) => [minute, via])).toEqual([
      ...new Array(10).fill([0, 'internet']),
      ...range(5, 1).map((call) => [30 * call, 'telephone']),
    ]);
  });

  test('draws the line between 180 and 181 days', () => {
    const sales = (every: string) =>
      runLesson('13-disconnected', `machines.sales.connects.every=${every}`).summary.groups;
    expect(sales('180 d')).toMatchObject({ sales: { unlicensedDays: 0 } });
    // 12 computers, a day each before the visits of days 181 and 362.
    expect(sales('181 d')).toMatchObject({ sales: { unlicensedDays: 24 } });
  });
});

describe('14-test-lab', () => {
  const run = runLesson('14-test-lab');

  test.each([
    ['vista-too-late', [30, 60, 90], 120, 130],
    ['enterprise-too-late', [30, 60, 90, 120, 150], 180, 190],
    ['server-too-late', [60, 120, 180], 240, 250],
  ])(
    'rearms %s on days %j, has it in Notification on day %i and rebuilt on day %i',
    (group, rearms, end, rebuilt) => {
      const first = minutesOf(run, `${group}-0001`, 'rearmed').slice(0, rearms.length);
      expect(first).toEqual(rearms.map((day) => day * DAY));
      expect(conditionsOf(run, `${group}-0001`).slice(0, 3)).toEqual([
        [0, 'OOBGrace'],
        [end * DAY, 'Notification'],
        [rebuilt * DAY, 'OOBGrace'],
      ]);
    },
  );

  test.each([
    ['vista-in-time', 120],
    ['enterprise-in-time', 180],
    ['server-in-time', 240],
  ])('keeps %s out of Notification when rebuilt every %i days, and not a day later', (group, limit) => {
    const ended = (days: number) =>
      runLesson('14-test-lab', `machines.${group}.rebuild.every=${days} d`).summary.groups;
    expect(ended(limit)).toMatchObject({ [group]: { everNotification: 0 } });
    expect(ended(limit + 1)).not.toMatchObject({ [group]: { everNotification: 0 } });
  });
});

describe('14-test-lab-turnover', () => {
  const run = runLesson('14-test-lab-turnover');

  test('counts the dead: 10, 20, 30, 40 while the lab is rebuilt, and 30, 20, 10 as they die out', () => {
    const counts = run.rows('hosts.csv').map(({ count }) => count);
    // Computers of days 0 and 10 asked every two hours to their last minute, on days 10 and 20, and are forgotten on
    // days 40 and 50, when as many new ones come. Those of days 20, 30 and 40 were licensed, so they asked for the
    // last time seven days after their installation, and are forgotten on days 57, 67 and 77.
    expect(counts).toEqual([
      ...new Array(10).fill(10),
      ...new Array(10).fill(20),
      ...new Array(10).fill(30),
      ...new Array(27).fill(40),
      ...new Array(10).fill(30),
      ...new Array(10).fill(20),
      ...new Array(223).fill(10),
    ]);
  });

  test('renews for the last time on day 64 and has the whole lab in Notification on day 274', () => {
    const renewed = minutesOf(run, 'lab-pcs-0001', 'renewed');
    expect(renewed.at(-1)).toBe(64 * DAY);
    const tooLow = eventsOf(run, ['count-too-low'], ['minute', 'subject', 'count']).filter(
      ([minute, subject]) => subject === 'lab-pcs-0001' && Number(minute) > 64 * DAY,
    );
    expect(tooLow[0]).toEqual([71 * DAY, 'lab-pcs-0001', 20]);
    expect(eventsOf(run, ['condition'], ['minute', 'condition'])).toEqual([
      ...new Array(10).fill([(64 + 180) * DAY, 'OOTGrace']),
      ...new Array(10).fill([(64 + 180 + 30) * DAY, 'Notification']),
    ]);
  });
});

describe('15-mak-pool-runs-dry', () => {
  const run = runLesson('15-mak-pool-runs-dry');
  const salesInstalled = 20 * DAY + 9 * HOUR;
  const accountsInstalled = 40 * DAY + 14 * HOUR;

  test('gives the pool to whoever asks first', () => {
    expect(eventsOf(run, ['activated'], ['minute', 'group'])).toEqual([
      ...new Array(15).fill([0, 'pilot']),
      ...new Array(15).fill([14 * DAY, 'pilot']),
      ...new Array(5).fill([salesInstalled, 'sales']),
      // After the raise of day 60, each at its own time of day.
      ...new Array(5).fill([60 * DAY + 9 * HOUR, 'sales']),
      ...new Array(5).fill([60 * DAY + 14 * HOUR, 'accounts']),
    ]);
  });

  test('tells each of the others once that the pool is empty, and ends its grace 30 days after its installation', () => {
    expect(eventsOf(run, ['key-exhausted'], ['minute', 'code'])).toEqual([
      ...new Array(5).fill([salesInstalled, '0xC004C020']),
      ...new Array(10).fill([accountsInstalled, '0xC004C020']),
    ]);
    expect(eventsOf(run, ['condition'], ['minute', 'group', 'condition'])).toEqual([
      ...new Array(5).fill([salesInstalled + 30 * DAY, 'sales', 'Notification']),
      ...new Array(5).fill([accountsInstalled + 30 * DAY, 'accounts', 'Notification']),
    ]);
  });
});

describe('16-host-moved', () => {
  const run = runLesson('16-host-moved');
  const late = 22;

  test('activates the host again after nine moves and refuses it after the tenth', () => {
    const messages = run.rows('microsoft.csv').map(({ minute, result }) => [minute, result]);
    expect(messages).toEqual([
      ...range(10).map((move) => [move * 10 * DAY, 'accepted']),
      [100 * DAY, 'refused'],
      [350 * DAY, 'accepted'],
    ]);
    expect(conditionsOf(run, 'kms-1').slice(-3)).toEqual([
      [100 * DAY, 'OOTGrace'],
      [130 * DAY, 'Notification'],
      [350 * DAY, 'Licensed'],
    ]);
  });

  test('renews clients for the last time on day 126 and refuses all of them from day 133 on', () => {
    const renewed = eventsOf(run, ['renewed'], ['minute']).map(([minute]) => Number(minute));
    const refused = eventsOf(run, ['refused'], ['minute']).map(([minute]) => Number(minute));
    expect(renewed.filter((minute) => minute > 120 * DAY && minute < 350 * DAY)).toEqual([
      ...new Array(36 - late).fill(126 * DAY),
      ...new Array(late).fill(126 * DAY + 120),
    ]);
    expect(refused[0]).toBe(133 * DAY);
  });

  test('sends the clients to Notification 236 days after the move, and back within two hours of the raise', () => {
    expect(
      eventsOf(run, ['condition'], ['minute', 'condition', 'group']).filter(([, , group]) => group !== ''),
    ).toHaveLength(2 * 36);
    // The fifth server was licensed in minute 0, the first two hours later; so it stays.
    expect(conditionsOf(run, 'servers-0005').slice(2)).toEqual([
      [306 * DAY, 'OOTGrace'],
      [336 * DAY, 'Notification'],
      [350 * DAY, 'Licensed'],
    ]);
    expect(conditionsOf(run, 'servers-0001').slice(2)).toEqual([
      [306 * DAY + 120, 'OOTGrace'],
      [336 * DAY + 120, 'Notification'],
      [350 * DAY + 120, 'Licensed'],
    ]);
  });

  test('harms nobody when the Internet is back within the 30 days of the host', () => {
    const timeline = 'timeline=[{ at: 30 d, for: 20 d, down: internet }, { at: 35 d, move: kms-1 }]';
    const offline = runLesson('16-host-moved', timeline);
    expect(conditionsOf(offline, 'kms-1').slice(-2)).toEqual([
      [35 * DAY, 'OOTGrace'],
      [50 * DAY, 'Licensed'],
    ]);
    expect(eventsOf(offline, ['refused'], ['minute'])).toEqual([]);
  });
});

describe('17-hardware-refresh', () => {
  const run = runLesson('17-hardware-refresh');

  test('licenses a KMS client with a new disk again in the same minute, and does not trip it by a motherboard', () => {
    const days = (name: string) => conditionsOf(run, name).slice(2);
    expect(days('kms-disks-0001')).toEqual(
      [150, 300].flatMap((day) => [
        [day * DAY, 'OOTGrace'],
        [day * DAY, 'Licensed'],
      ]),
    );
    expect(minutesOf(run, 'kms-boards-0001', 'hardware-changed')).toEqual([150 * DAY, 300 * DAY]);
    expect(days('kms-boards-0001')).toEqual([]);
  });

  test('takes an activation of the pool for each part of a MAK client, until it is empty on day 300', () => {
    const accepted = run
      .rows('microsoft.csv')
      .filter(({ key, result }) => key === 'laptop-mak' && result === 'accepted');
    const at = [...new Set(accepted.map(({ minute }) => Number(minute)))];
    const uses = at.map((minute) => [minute, accepted.filter((row) => row.minute === minute).length]);
    const calls = (day: number) => range(4, 1).map((call) => [day * DAY + 30 * call, 1]);
    expect(uses).toEqual([[0, 18], ...calls(0), [150 * DAY, 18], ...calls(150), [300 * DAY, 6]]);
  });

  test('has the MAK clients that came too late in Notification 30 days later', () => {
    expect(
      eventsOf(run, ['condition'], ['minute', 'condition']).filter(
        ([, condition]) => condition === 'Notification',
      ),
    ).toEqual(new Array(16).fill([330 * DAY, 'Notification']));
  });

  test('leaves a KMS client with a new disk 30 days when its host is away', () => {
    const away = runLesson('17-hardware-refresh', 'timeline=[{ at: 140 d, for: 50 d, down: kms-1 }]');
    expect(conditionsOf(away, 'kms-disks-0001').slice(2, 4)).toEqual([
      [150 * DAY, 'OOTGrace'],
      [180 * DAY, 'Notification'],
    ]);
    expect(away.summary.groups).toMatchObject({ 'kms-disks': { licensedAtEnd: 15 } });
  });
});

describe('18-rtm-and-sp1', () => {
  const run = runLesson('18-rtm-and-sp1');

  test('ends the grace of Vista in Unlicensed before SP1 and in Notification from SP1 on, that of servers on day 60', () => {
    expect(eventsOf(run, ['condition'], ['minute', 'group', 'condition'])).toEqual([
      ...new Array(12).fill([30 * DAY, 'vista-rtm', 'Unlicensed']),
      ...new Array(12).fill([30 * DAY, 'vista-sp1', 'Notification']),
      ...new Array(5).fill([60 * DAY, 'servers', 'Notification']),
    ]);
  });

  test('licenses all of them alike when there is a host', () => {
    const activated = eventsOf(run, ['activated'], ['minute', 'group', 'previous']);
    expect(activated).toEqual([
      [90 * DAY, 'servers', 'Notification'],
      ...new Array(5).fill([90 * DAY, 'vista-sp1', 'Notification']),
      ...new Array(4).fill([90 * DAY + 120, 'servers', 'Notification']),
      ...new Array(12).fill([90 * DAY + 120, 'vista-rtm', 'Unlicensed']),
      ...new Array(7).fill([90 * DAY + 120, 'vista-sp1', 'Notification']),
    ]);
  });

  test('sees no reduced functionality where Vista is rearmed in time', () => {
    const rearmed = runLesson('18-rtm-and-sp1', 'machines.vista-rtm.rearm=at-expiry');
    expect(minutesOf(rearmed, 'vista-rtm-0001', 'rearmed')).toEqual([30 * DAY, 60 * DAY, 90 * DAY]);
    expect(rearmed.summary.groups).toMatchObject({ 'vista-rtm': { everNotification: 0 } });
  });
});

describe('19-non-genuine', () => {
  const run = runLesson('19-non-genuine');

  test('lets a Non-Genuine computer out of Notification by a validation, not by an activation', () => {
    // The 31st to be installed, so it was licensed in minute 0.
    expect(conditionsOf(run, 'neglected-0006').slice(1)).toEqual([
      [0, 'Licensed'],
      [20 * DAY, 'NonGenuineGrace'],
      [50 * DAY, 'Notification'],
      [70 * DAY, 'Licensed'],
    ]);
    expect(minutesOf(run, 'neglected-0006', 'renewed')).toContain(60 * DAY);
  });

  test('lets one out of NonGenuineGrace in the minute of its validation', () => {
    expect(conditionsOf(run, 'cured-0001').slice(2)).toEqual([
      [20 * DAY, 'NonGenuineGrace'],
      [40 * DAY, 'Licensed'],
    ]);
  });

  test('leaves one without SP1 Unlicensed, renewing all the while', () => {
    expect(conditionsOf(run, 'before-sp1-0001').slice(2)).toEqual([
      [20 * DAY, 'NonGenuineGrace'],
      [50 * DAY, 'Unlicensed'],
    ]);
    expect(minutesOf(run, 'before-sp1-0001', 'renewed')).toEqual(range(12, 1).map((week) => week * 7 * DAY));
  });
});
