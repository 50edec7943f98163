import { expect, test } from 'vitest';
import { RunPace } from '../../../src/cli/run/run-pace.ts';
import { days, estate } from '../../model/estate.ts';
import { trace } from '../../model/trace.ts';

/** 40 clients: 24 are told a count that is too low, all are activated within 2 hours and renew a week later. */
const CLIENTS = { duration: days(10), groups: { desks: { count: 24 }, labs: { count: 16 } } };

const runPace = () => new RunPace(trace(estate(CLIENTS)).simulation, '2008-02-28');

test('the pace of a run is its date, the machines licensed in all groups and the contacts a second', () => {
  const pace = runPace();
  expect(pace.done).toBeLessThanOrEqual(1);
  expect(pace.describe(0)).toBe('2008-03-08, 40 licensed, 0 contacts/s');
  expect(pace.describe(2_000)).toBe('2008-03-08, 40 licensed, 52 contacts/s');
});

test('the contacts a second are those of late: they fade when none are made', () => {
  const pace = runPace();
  pace.describe(1_000);
  expect(pace.describe(1_250)).toContain(', 78 contacts/s');
  expect(pace.describe(2_250)).toContain(', 0 contacts/s');
});

test.each([
  [104.5, '995 contacts/s'],
  [100, '1 k contacts/s'],
  [1, '104 k contacts/s'],
  [0.05, '2.1 M contacts/s'],
])('104 contacts in %d ms are told as %s', (elapsed, told) => {
  expect(runPace().describe(elapsed)).toContain(`, ${told}`);
});
