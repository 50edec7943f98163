import { describe, expect, test } from 'vitest';
import { days } from '../estate.ts';
import { EASY, outcomesOf, run, storyOf } from '../queries.ts';

const HOST = { activationInterval: 45, renewalInterval: 200 };
const CLIENT = { activationInterval: 30, renewalInterval: 100 };

/** What became of the contacts of one computer, without codes. */
const contacts = (...parameters: Parameters<typeof run>) =>
  outcomesOf(run(...parameters), 'pc-0001').map((line) => line.split(' ').slice(0, 2).join(' '));

describe('intervals', () => {
  test('are the client’s own until a host’s arrive, with an answer too low as well', () => {
    expect(
      contacts({ duration: 220, hosts: { 'kms-1': { ...HOST, online: 100 } }, groups: { pc: CLIENT } }),
    ).toEqual([
      '0 no-host',
      '30 no-host',
      '60 no-host',
      '90 no-host',
      '120 count-too-low',
      '165 count-too-low',
      '210 count-too-low',
    ]);
  });

  test('do not come with a refusal', () => {
    const hosts = { 'kms-1': { ...HOST, activateBy: 'telephone' } } as const;
    // Refused in minutes 0 and 20, before the call ends in minute 30; answered in minute 40.
    expect(contacts({ duration: 100, hosts, groups: { pc: { ...CLIENT, activationInterval: 20 } } })).toEqual(
      ['0 refused', '20 refused', '40 count-too-low', '85 count-too-low'],
    );
  });

  test('after a success and after a renewal are the host’s', () => {
    expect(
      contacts({ duration: 500, rules: EASY, hosts: { 'kms-1': HOST }, groups: { pc: CLIENT } }),
    ).toEqual(['0 activated', '200 renewed', '400 renewed']);
  });

  test('after a failed renewal are the host’s for activation', () => {
    expect(
      contacts({
        duration: 500,
        rules: EASY,
        hosts: { 'kms-1': HOST },
        groups: { pc: CLIENT },
        timeline: [{ at: 100, type: 'down', target: 'kms-1', for: 150 }],
      }),
    ).toEqual(['0 activated', '200 no-host', '245 no-host', '290 renewed', '490 renewed']);
  });

  test('of the host asked last are in force', () => {
    expect(
      contacts({
        duration: 500,
        rules: EASY,
        hosts: { 'kms-1': HOST, 'kms-2': { online: 150, activationInterval: 15, renewalInterval: 70 } },
        groups: { pc: CLIENT },
        timeline: [
          { at: 100, type: 'down', target: 'kms-1', for: null },
          { at: 300, type: 'down', target: 'kms-2', for: 40 },
        ],
      }),
    ).toEqual(['0 activated', '200 renewed', '270 renewed', '340 renewed', '410 renewed', '480 renewed']);
  });

  test('are the client’s own again after a rebuild', () => {
    const result = run({
      duration: 300,
      hosts: { 'kms-1': HOST },
      groups: { pc: CLIENT },
      timeline: [
        { at: 100, type: 'down', target: 'kms-1', for: null },
        { at: 200, type: 'rebuild', group: 'pc' },
      ],
    });
    expect(storyOf(result, 'pc-0001').filter((line) => Number(line.split(' ')[0]) >= 100)).toEqual([
      '135 no-host',
      '180 no-host',
      '200 rebuilt',
      '200 no-host',
      '230 no-host',
      '260 no-host',
      '290 no-host',
    ]);
  });

  test('by default are 2 hours without and 7 days with an activation', () => {
    expect(contacts({ duration: 300, groups: { pc: {} } })).toEqual([
      '0 count-too-low',
      '120 count-too-low',
      '240 count-too-low',
    ]);
    expect(contacts({ duration: days(15), rules: EASY, groups: { pc: {} } })).toEqual([
      '0 activated',
      `${days(7)} renewed`,
      `${days(14)} renewed`,
    ]);
  });
});

describe('the license', () => {
  test('runs its full length from the latest success, not from the first', () => {
    const result = run({
      duration: days(200),
      rules: EASY,
      groups: { pc: {} },
      timeline: [{ at: days(10), type: 'down', target: 'kms-1', for: null }],
    });
    const changes = result.of('pc-0001').filter(({ event }) => event === 'condition');
    expect(changes.map(({ minute, condition }) => [minute, condition])).toEqual([
      [days(7 + 180), 'OOTGrace'],
    ]);
  });

  test('keeps its deadline through answers that are too low', () => {
    // 5 servers activate on day 0 and 4 renew until one leaves them; 180 days count from the last success.
    const result = run({
      duration: days(240),
      groups: { pc: { count: 5, os: 'server-2008-web' } },
      timeline: [{ at: days(1), type: 'retire', group: 'pc', count: 1 }],
    });
    // The fifth record is 30 days old on day 30; the last success of the first machine was on day 28.
    const changes = result.of('pc-0001').filter(({ event }) => event === 'condition');
    expect(changes.map(({ minute, condition }) => [minute, condition])).toEqual([
      [days(28 + 180) + 120, 'OOTGrace'],
      [days(28 + 210) + 120, 'Notification'],
    ]);
  });
});
