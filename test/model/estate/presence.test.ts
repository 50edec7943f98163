import { describe, expect, test } from 'vitest';
import type { GroupParameters } from '../../../src/model/definitions/parameters.ts';
import type {
  ConnectionParameters,
  UptimeParameters,
} from '../../../src/model/definitions/presence-parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { contactsOf, EASY, HOURLY, minutesOf, run, storyOf } from '../queries.ts';

const WEEKDAYS = [true, true, true, true, true, false, false];
const HOUR = 60;
const clock = (hours: number, minutes = 0) => hours * HOUR + minutes;

/** On from 8:00 to 18:00, Monday to Friday. */
const OFFICE: UptimeParameters = { days: WEEKDAYS, on: clock(8), off: clock(18), jitter: 0 };
/** On from 22:00 to 6:00 of the next morning; it begins Monday to Friday. */
const NIGHT: UptimeParameters = { days: WEEKDAYS, on: clock(22), off: clock(6), jitter: 0 };

/** Computers that would contact their host every hour, from Monday 0:00 on. */
const sketch = (group: Partial<GroupParameters>, more: EstateSketch = {}): EstateSketch => ({
  duration: days(14),
  rules: EASY,
  hosts: { 'kms-1': HOURLY },
  groups: { pc: group },
  ...more,
});

const contacts = (estate: EstateSketch, machine = 'pc-0001') =>
  contactsOf(run(estate), machine).map(({ minute }) => minute);

const hours = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => clock(from + index));

describe('hours of the day', () => {
  test('an office computer makes its contacts from 8 to 18 o’clock on working days', () => {
    // Due at 18:00, when it was just switched off, a contact waits for 8:00 of the next working day.
    const expected = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].flatMap((day) =>
      hours(8, 18).map((minute) => days(day) + minute),
    );
    expect(contacts(sketch({ uptime: OFFICE }))).toEqual(expected);
  });

  test('the first day of the run may be any day of the week', () => {
    // From a Saturday the first working day is day 2.
    expect(contacts(sketch({ uptime: OFFICE }, { firstWeekday: 5 }))[0]).toBe(days(2) + clock(8));
    expect(contacts(sketch({ uptime: OFFICE }, { firstWeekday: 4 })).slice(9, 11)).toEqual([
      clock(17),
      days(3) + clock(8),
    ]);
  });

  test('a night shift reaches over midnight into a day that is not its own', () => {
    const minutes = contacts(sketch({ uptime: NIGHT }, { duration: days(8) }));
    const night = (day: number) => hours(22, 30).map((minute) => days(day) + minute);
    // Monday 0:00 belongs to Sunday's night, which is off; Friday's night ends on Saturday.
    expect(minutes).toEqual([...[0, 1, 2, 3, 4].flatMap(night), days(7) + clock(22), days(7) + clock(23)]);
  });

  test('a night shift that began before the run is on at its start', () => {
    const minutes = contacts(sketch({ uptime: NIGHT }, { firstWeekday: 5, duration: days(2) }));
    expect(minutes).toEqual(hours(0, 6));
  });

  test('a computer that is never on never asks, and its grace passes', () => {
    const never = { ...OFFICE, days: WEEKDAYS.map(() => false) };
    const result = run(sketch({ uptime: never }, { duration: days(40) }));
    expect(storyOf(result, 'pc-0001')).toEqual(['0 installed', `${days(30)} condition`]);
  });

  describe('with jitter', () => {
    const result = run(sketch({ count: 300, uptime: { ...OFFICE, jitter: 30 } }, { duration: days(5) }));
    const latenesses = Array.from({ length: 300 }, (_, index) => {
      const name = `pc-${String(index + 1).padStart(4, '0')}`;
      return { name, lateness: contactsOf(result, name)[0].minute - clock(8) };
    });

    test('each computer is late by a draw of its own, from 0 to the jitter', () => {
      const drawn = latenesses.map(({ lateness }) => lateness);
      expect(Math.min(...drawn)).toBe(0);
      expect(Math.max(...drawn)).toBe(30);
      // All 31 values but perhaps a few occur among 300 draws: each is missed with chance 0.00005.
      expect(new Set(drawn).size).toBeGreaterThan(28);
    });

    test('it is on and off equally late every day', () => {
      for (const { name, lateness } of latenesses)
        expect(contactsOf(result, name).map(({ minute }) => minute)).toEqual(
          [0, 1, 2, 3, 4].flatMap((day) => hours(8, 18).map((minute) => days(day) + minute + lateness)),
        );
    });
  });
});

describe('windows of connection', () => {
  const roaming = (connects: ConnectionParameters, group: Partial<GroupParameters> = {}) =>
    sketch({ connects, ...group }, { duration: days(3) });
  const daily = { every: days(1), for: clock(2), first: clock(3) };

  test('recur from the first on; a contact due after one waits for the next', () => {
    expect(contacts(roaming(daily))).toEqual(
      [0, 1, 2].flatMap((day) => [3, 4].map((h) => days(day) + clock(h))),
    );
  });

  test('are counted from the installation', () => {
    const install = { at: 1000, over: 0, order: 'even' } as const;
    expect(contacts(roaming(daily, { install })).slice(0, 3)).toEqual([
      1000 + clock(3),
      1000 + clock(4),
      1000 + clock(3) + days(1),
    ]);
  });

  test('may begin with the installation itself', () => {
    expect(contacts(roaming({ ...daily, first: 0 }))[0]).toBe(0);
  });

  test('begin at random within one period where the scenario says so', () => {
    const connects = { every: clock(10), for: clock(1), first: 'random' } as const;
    const result = run(sketch({ count: 500, connects }, { duration: days(2) }));
    const firsts = result.lines.filter(({ event }) => event === 'activated').map(({ minute }) => minute);
    expect(firsts.length).toBe(500);
    expect(Math.min(...firsts)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...firsts)).toBeLessThan(clock(10));
    // Every tenth of the period is hit: one is missed by 500 draws with chance 0.9^500, about 10^-23.
    expect(new Set(firsts.map((minute) => Math.floor(minute / HOUR))).size).toBe(10);
    for (const first of [firsts[0], firsts[499]])
      expect(result.lines.some(({ minute }) => minute === first + clock(10))).toBe(true);
  });

  test('count only where the computer is on as well', () => {
    // Connected 6:00-10:00 and on 8:00-18:00: present 8:00-10:00.
    const connects = { every: days(1), for: clock(4), first: clock(6) };
    expect(contacts(roaming(connects, { uptime: OFFICE }))).toEqual(
      [0, 1, 2].flatMap((day) => [8, 9].map((hour) => days(day) + clock(hour))),
    );
    // Connected 17:00-21:00: present 17:00-18:00.
    const late = { ...connects, first: clock(17) };
    expect(contacts(roaming(late, { uptime: OFFICE }))).toEqual(
      [0, 1, 2].map((day) => days(day) + clock(17)),
    );
  });

  test('that never meet the hours leave a computer without any contact', () => {
    const connects = { every: days(1), for: clock(2), first: clock(20) };
    expect(contacts(roaming(connects, { uptime: OFFICE }))).toEqual([]);
  });
});

describe('what falls due while a computer is absent', () => {
  test('a rebuild waits for the first minute of its next presence', () => {
    const timeline = [{ at: clock(20), type: 'rebuild', group: 'pc' } as const];
    const result = run(sketch({ uptime: OFFICE }, { timeline }));
    expect(minutesOf(result, 'pc-0001', 'rebuilt')).toEqual([days(1) + clock(8)]);
  });

  test('an administrator’s activation waits as well', () => {
    const timeline = [{ at: clock(20), type: 'activate', group: 'pc' } as const];
    const hosts = { 'kms-1': { renewalInterval: days(7) } };
    const result = run(sketch({ uptime: OFFICE }, { timeline, hosts }));
    expect(storyOf(result, 'pc-0001').slice(0, 3)).toEqual([
      '0 installed',
      `${clock(8)} activated`,
      `${days(1) + clock(8)} renewed`,
    ]);
  });

  test('a deadline does not wait: a license ends whether the computer is on or not', () => {
    const rules = { ...EASY, activationValidity: clock(5), outOfToleranceGrace: clock(5) };
    const connects = { every: days(1), for: 1, first: 0 };
    const result = run(sketch({ connects }, { rules, duration: days(1) + 1 }));
    expect(result.of('pc-0001').map(({ minute, condition }) => [minute, condition])).toEqual([
      [0, 'OOBGrace'],
      [0, 'Licensed'],
      [clock(5), 'OOTGrace'],
      [clock(10), 'Notification'],
      [days(1), 'Licensed'],
    ]);
  });
});
