import { expect, test } from 'vitest';
import { days } from '../estate.ts';
import { run } from '../queries.ts';

const KEYS = { 'kms-key': { type: 'kms', group: 'server-2022', hosts: 6, activationsPerHost: 10 } } as const;
const HOST = { 'kms-1': { os: 'server-2022-standard' } } as const;

/** Windows 11 begins in Notification: 30 machines at once, of which the first 24 are answered too little. */
test('a machine without a grace that is activated as it is installed was never in its end state', () => {
  const result = run({
    duration: days(2),
    keys: KEYS,
    hosts: HOST,
    groups: { pc: { os: 'windows-11-pro', count: 30 } },
  });
  const { history, machines } = result.simulation.estate;
  const ended = machines.membersOf(machines.groups[0]).filter((machine) => history.everEnded(machine));
  expect(ended).toHaveLength(24);
  expect(history.peakInEndState()).toBe(24);
});

test('one that nobody activates is, from its first minute on, also after it is retired', () => {
  const result = run({
    duration: days(3),
    hosts: {},
    groups: { pc: { os: 'windows-11-pro', count: 3 } },
    timeline: [{ type: 'retire', group: 'pc', count: 1, at: days(1) }],
  });
  const { history, machines } = result.simulation.estate;
  expect(machines.membersOf(machines.groups[0]).map((machine) => history.everEnded(machine))).toEqual([
    true,
    true,
    true,
  ]);
  expect(history.peakInEndState()).toBe(3);
});
