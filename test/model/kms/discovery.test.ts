import { describe, expect, test } from 'vitest';
import { CRITICAL_0_001, chiSquared } from '../../engine/chi-squared.ts';
import { days, type EstateSketch } from '../estate.ts';
import { contactsOf, EASY, outcomesOf, run } from '../queries.ts';
import type { Trace } from '../trace.ts';

const down = (target: string, at: number, length: number | null) =>
  ({ at, type: 'down', target, for: length }) as const;

/** How many machines activated with each host. */
function choices(result: Trace, hosts: readonly string[]): number[] {
  const activated = result.lines.filter(({ event }) => event === 'activated');
  return hosts.map((host) => activated.filter((line) => line.host === host).length);
}

/** The hosts that a machine asked, without repetitions in a row. */
function hostsAsked(result: Trace, machine: string): string[] {
  const asked = contactsOf(result, machine).map(({ host }) => host);
  return asked.filter((host, index) => host !== asked[index - 1]);
}

const names = (result: Trace) => [
  ...new Set(result.lines.filter(({ event }) => event === 'installed').map(({ subject }) => subject)),
];

describe('the choice among hosts', () => {
  const three: EstateSketch = {
    duration: 60,
    rules: EASY,
    hosts: { 'kms-1': {}, 'kms-2': {}, 'kms-3': {} },
    groups: { pc: { count: 3000, install: { at: 30, over: 0, order: 'even' } } },
  };

  // Three hosts leave 2 degrees of freedom; the seed is fixed, the level 0.001.
  test('is random with equal chances', () => {
    const frequencies = choices(run(three), ['kms-1', 'kms-2', 'kms-3']);
    expect(frequencies.reduce((sum, frequency) => sum + frequency)).toBe(3000);
    expect(chiSquared(frequencies)).toBeLessThan(CRITICAL_0_001[2]);
  });

  const hostOf = (result: Trace) =>
    new Map(
      result.lines.filter(({ event }) => event === 'activated').map(({ subject, host }) => [subject, host]),
    );

  test('does not depend on the order in which a file names the hosts', () => {
    const turned = { ...three, hosts: { 'kms-3': {}, 'kms-1': {}, 'kms-2': {} } };
    expect(hostOf(run(turned))).toEqual(hostOf(run(three)));
  });

  test('gives a host more its share of the clients and moves no other', () => {
    const two = hostOf(run({ ...three, hosts: { 'kms-1': {}, 'kms-2': {} } }));
    const more = hostOf(run(three));
    const moved = [...more].filter(([machine, host]) => host !== two.get(machine));
    expect(new Set(moved.map(([, host]) => host))).toEqual(new Set(['kms-3']));
    // A third of 3,000, with 4 standard deviations of 26.
    expect(Math.abs(moved.length - 1000)).toBeLessThan(104);
  });

  test('gives those that answer equal chances when others do not', () => {
    const hosts = { 'kms-0': {}, 'kms-1': {}, 'kms-2': {}, 'kms-3': {} };
    const result = run({ ...three, hosts, timeline: [down('kms-0', 10, null)] });
    const frequencies = choices(result, ['kms-1', 'kms-2', 'kms-3']);
    expect(frequencies.reduce((sum, frequency) => sum + frequency)).toBe(3000);
    expect(chiSquared(frequencies)).toBeLessThan(CRITICAL_0_001[2]);
  });

  test('is drawn anew each time that a machine chooses', () => {
    // Rebuilt every 10 minutes a machine forgets its host: 3,000 choices of one machine.
    const rebuilt = { pc: { rebuildEvery: 10 } };
    const frequencies = choices(run({ ...three, duration: 30_000, groups: rebuilt }), [
      'kms-1',
      'kms-2',
      'kms-3',
    ]);
    expect(frequencies.reduce((sum, frequency) => sum + frequency)).toBe(3000);
    expect(chiSquared(frequencies)).toBeLessThan(CRITICAL_0_001[2]);
  });

  test('is another in another replication', () => {
    const hostsOf = (result: Trace) => result.lines.map(({ host }) => host);
    expect(hostsOf(run({ ...three, replication: 1 }))).not.toEqual(hostsOf(run(three)));
  });
});

describe('the cached host', () => {
  const pair: EstateSketch = {
    duration: days(30),
    rules: EASY,
    hosts: { 'kms-1': {}, 'kms-2': {} },
    groups: { pc: { count: 20 } },
  };

  test('is asked again while it answers', () => {
    const result = run(pair);
    for (const name of names(result)) expect(hostsAsked(result, name).length).toBe(1);
  });

  test('is kept although it refuses and another would not', () => {
    const result = run({
      ...pair,
      duration: days(2),
      keys: {
        'kms-key': { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 },
        'client-key': { type: 'kms', group: 'client', hosts: 6, activationsPerHost: 10 },
      },
      hosts: { 'kms-1': { key: 'client-key' }, 'kms-2': {} },
      groups: { servers: { count: 20, os: 'server-2008-standard' } },
    });
    const unlucky = names(result).filter((name) => hostsAsked(result, name).includes('kms-1'));
    expect(unlucky.length).toBeGreaterThan(0);
    expect(unlucky.length).toBeLessThan(20);
    for (const name of unlucky)
      for (const contact of contactsOf(result, name))
        expect(contact).toMatchObject({ event: 'refused', host: 'kms-1', code: '0xC004F042' });
  });

  test('is kept although its count is too low', () => {
    const result = run({ ...pair, duration: days(2), rules: {} });
    for (const name of names(result)) expect(hostsAsked(result, name).length).toBe(1);
  });

  test('that is unreachable is forgotten and DNS is asked in the same contact', () => {
    const result = run({ ...pair, timeline: [down('kms-1', days(1), days(10))] });
    const moved = names(result).filter((name) => hostsAsked(result, name)[0] === 'kms-1');
    expect(moved.length).toBeGreaterThan(0);
    for (const name of moved) {
      // It renews on day 7 as if nothing were, and stays where it went when the old host is back.
      expect(hostsAsked(result, name)).toEqual(['kms-1', 'kms-2']);
      expect(outcomesOf(result, name)).toEqual([
        '0 activated',
        ...[7, 14, 21, 28].map((day) => `${days(day)} renewed`),
      ]);
    }
  });

  test('is forgotten even when DNS does not answer', () => {
    // kms-2 comes after all have cached kms-1. Remembering it they would all go back to it on day 9.
    const result = run({
      ...pair,
      duration: days(10),
      hosts: { 'kms-1': {}, 'kms-2': { online: days(5) } },
      timeline: [down('kms-1', days(6), days(3)), down('corp', days(6), days(3))],
    });
    const last = names(result).map((name) => hostsAsked(result, name).at(-1));
    expect(new Set(last)).toEqual(new Set(['kms-1', 'kms-2']));
    expect(outcomesOf(result, 'pc-0001').slice(0, 3)).toEqual([
      '0 activated',
      `${days(7)} no-host 0x8007232A`,
      `${days(7) + 120} no-host 0x8007232A`,
    ]);
  });
});

describe('a host set by hand', () => {
  const byHand: EstateSketch = {
    duration: 300,
    rules: EASY,
    hosts: { 'kms-1': {}, 'kms-2': { publish: false } },
    groups: { pc: { count: 20, host: 'kms-2' } },
  };

  test('is asked without DNS', () => {
    const result = run({ ...byHand, timeline: [down('corp', 0, null)] });
    expect(choices(result, ['kms-1', 'kms-2'])).toEqual([0, 20]);
  });

  test('turns discovery off: no other is asked when it is down', () => {
    const result = run({ ...byHand, timeline: [down('kms-2', 0, 150)] });
    expect(outcomesOf(result, 'pc-0001')).toEqual([
      '0 no-host 0x800706BA',
      '120 no-host 0x800706BA',
      '240 activated',
    ]);
    expect(choices(result, ['kms-1', 'kms-2'])).toEqual([0, 20]);
  });
});
