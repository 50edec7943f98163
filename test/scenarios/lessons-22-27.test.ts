import { describe, expect, test } from 'vitest';
import { runInMemory } from './run-in-memory.ts';
import { shipped } from './shipped.ts';

/** The lessons of later systems, once more by another way: from the rows of the machines and hosts, not from figures. */

const DAY = 1440;
const machinesOf = (name: string) => runInMemory(shipped(name), { events: 'none' }).rows('machines.csv');

test('22: each computer with Windows 10 is refused every two hours for 50 days, and counts for nothing', () => {
  const run = runInMemory(shipped('22-old-host-new-clients'), { events: 'none' });
  const rows = run.rows('machines.csv').filter(({ group }) => group === 'windows-10');
  expect(new Set(rows.map((row) => row.failed_attempts))).toEqual(new Set([50 * 12]));
  expect(new Set(rows.map((row) => row.notification_minutes))).toEqual(new Set([50 * DAY]));
  expect(new Set(run.rows('hosts.csv').map(({ count }) => count))).toEqual(new Set([40]));
});

test('25: each of the first 24 is in Notification from its installation until the 25th comes on day 24', () => {
  const rows = machinesOf('25-no-grace').filter(({ group }) => group === 'windows-10');
  expect(rows.map((row) => row.notification_minutes)).toEqual(
    rows.map((_row, number) => Math.max(0, 24 - number) * DAY),
  );
  expect(rows.map((row) => row.installed_minute)).toEqual(rows.map((_row, number) => number * DAY));
  const graces = machinesOf('25-no-grace').filter(({ group }) => group === 'windows-7');
  expect(graces.map((row) => row.oob_grace_minutes)).toEqual(
    graces.map((_row, number) => Math.max(0, 24 - number) * DAY),
  );
});

describe('26-active-directory', () => {
  const run = runInMemory(shipped('26-active-directory'), { events: 'changes' });

  test('the count is 50 until the records of day 14 are gone, then 20', () => {
    const counts = run.rows('hosts.csv').map(({ count }) => count);
    expect(counts.slice(0, 44)).toEqual(new Array(44).fill(50));
    expect(new Set(counts.slice(44))).toEqual(new Set([20]));
  });

  test('each old desktop renews seven times at most, the last time on day 42, and lapses 180 days later', () => {
    const old = run.rows('machines.csv').filter(({ group }) => group === 'old-desktops');
    const lapsed = 42 * DAY + 120 + 180 * DAY;
    expect(new Set(old.map(({ condition_since_minute: since }) => since))).toEqual(
      new Set([lapsed + 30 * DAY]),
    );
    expect(new Set(old.map(({ oot_grace_minutes: minutes }) => minutes))).toEqual(new Set([30 * DAY]));
    expect(new Set(old.map(({ renewals }) => renewals))).toEqual(new Set([6]));
  });

  test('each new desktop goes over to the directory once, between day 21 and two hours later', () => {
    const moves = run.rows('events.csv').filter(({ event }) => event === 'to-directory');
    expect(moves).toHaveLength(60);
    expect(new Set(moves.map(({ minute }) => minute))).toEqual(new Set([21 * DAY, 21 * DAY + 120]));
  });
});

test('27: every third guest runs on the node that is not activated', () => {
  const guests = machinesOf('27-guests-of-a-cluster').filter(({ group }) => group === 'guests');
  expect(guests.map(({ condition }) => condition)).toEqual(
    guests.map((_guest, number) => (number % 3 === 2 ? 'Notification' : 'Licensed')),
  );
});
