import { describe, expect, test } from 'vitest';
import type { GroupParameters } from '../../src/model/definitions/parameters.ts';
import { PUBLISHED_RULES } from '../../src/model/definitions/rules.ts';
import { remindersWithin } from '../../src/model/licensing/reminders.ts';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

const NO_METHOD: GroupParameters['method'] = { type: 'none' };

function figuresOf(sketch: RunSketch, ...names: string[]): (number | null)[] {
  const { summary } = record(sketch).outcome;
  return names.map((name) => figureAt(summary, `machines.${name}`));
}

describe('reminders of a grace period of 30 days', () => {
  const within = (elapsed: number) => remindersWithin(elapsed, days(30), PUBLISHED_RULES);

  test('are one a day, then one every 4 hours for 2 days, then one an hour', () => {
    expect(within(days(30))).toBe(27 + 12 + 24);
  });

  test.each([
    // The first is at the very beginning, and each at the beginning of its interval.
    [0, 0],
    [1, 1],
    [1440, 1],
    [1441, 2],
    [days(27), 27],
    [days(27) + 1, 28],
    [days(27) + 240, 28],
    [days(27) + 241, 29],
    [days(29), 27 + 12],
    [days(29) + 90, 27 + 12 + 2],
    [days(31), 27 + 12 + 24],
  ])('of which %i minutes have passed are %i', (elapsed, reminders) => {
    expect(within(elapsed)).toBe(reminders);
  });

  test('come often from the start when the whole period is short', () => {
    // Of 2 days the first is the second last: 6 reminders, then 24. Of half a day all is the last day.
    expect(remindersWithin(days(2), days(2), PUBLISHED_RULES)).toBe(6 + 24);
    expect(remindersWithin(720, 720, PUBLISHED_RULES)).toBe(12);
  });
});

describe('what users bear', () => {
  test('is reminders in every grace period, ended or not', () => {
    // One machine goes through 30 days of grace; the other is 10 days into its own: 10 reminders.
    const sketch: RunSketch = {
      duration: days(31),
      hosts: {},
      groups: {
        whole: { method: NO_METHOD },
        part: { method: NO_METHOD, install: { at: days(21), over: 0, order: 'even' } },
      },
    };
    expect(figuresOf(sketch, 'graceReminders')).toEqual([63 + 10]);
    expect(figureAt(record(sketch).outcome.summary, 'groups.part.graceReminders')).toBe(10);
  });

  test('is reminders anew after a rearm, and none while Licensed or after the end', () => {
    const rearmed: RunSketch = {
      duration: days(40),
      hosts: {},
      groups: { pc: { method: NO_METHOD, rearm: 'at-expiry' } },
    };
    expect(figuresOf(rearmed, 'graceReminders')).toEqual([63 + 10]);
    expect(figuresOf({ ...rearmed, groups: { pc: { method: NO_METHOD } } }, 'graceReminders')).toEqual([63]);
    expect(figuresOf({ duration: days(40), rules: EASY, groups: { pc: {} } }, 'graceReminders')).toEqual([0]);
  });

  test('of a server is reminders of its own, longer grace', () => {
    // 57 a day, 12, 24.
    const groups = { server: { os: 'server-2008-standard', method: NO_METHOD } } as const;
    expect(figuresOf({ duration: days(70), hosts: {}, groups }, 'graceReminders')).toEqual([57 + 12 + 24]);
  });

  test('in Notification is an interrupted logon a day and a balloon an hour of use', () => {
    const sketch: RunSketch = {
      duration: days(33),
      hosts: {},
      groups: { pc: { count: 2, method: NO_METHOD } },
    };
    // 2 machines x 3 days: 6 logons, 8 balloons for each; 15 to 120 seconds for a logon.
    expect(
      figuresOf(
        sketch,
        'interruptedLogons',
        'hourlyBalloons',
        'logonDelayMinutes.least',
        'logonDelayMinutes.most',
      ),
    ).toEqual([6, 48, 1.5, 12]);
  });

  test('in Notification is what the policy says of use', () => {
    const sketch: RunSketch = {
      duration: days(33),
      hosts: {},
      groups: { pc: { method: NO_METHOD } },
      rules: { logonsPerDay: 4, hoursOfUse: 10, balloonInterval: 30, longestLogonDelay: 60 },
    };
    expect(figuresOf(sketch, 'interruptedLogons', 'hourlyBalloons', 'logonDelayMinutes.most')).toEqual([
      12, 60, 12,
    ]);
  });

  test('in reduced functionality is neither', () => {
    const groups = { pc: { os: 'vista-business', method: NO_METHOD } } as const;
    expect(
      figuresOf(
        { duration: days(33), hosts: {}, groups },
        'interruptedLogons',
        'hourlyBalloons',
        'notificationDays',
        'reducedFunctionalityDays',
      ),
    ).toEqual([0, 0, 3, 3]);
  });
});
