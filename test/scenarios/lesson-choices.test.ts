import { describe, expect, test } from 'vitest';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { type MemoryRun, runInMemory } from './run-in-memory.ts';
import { shipped } from './shipped.ts';

/** The right answers of lessons that are answered by choices, from the runs. */

const DAY = 1440;

/** The run of a lesson with the change of one of its tries, from 1. */
function runTry(name: string, number: number): MemoryRun {
  const { lesson } = shipped(name);
  const overrides = lesson?.tries[number - 1].set;
  if (overrides === undefined) throw new Error(`${name} has no try ${number}`);
  return runInMemory(shipped(name, { overrides }), { events: 'none' });
}

/** Minutes in which the machines of a group were first licensed. */
function licensedIn(run: MemoryRun, group: string): number[] {
  return run
    .rows('machines.csv')
    .filter((row) => row.group === group)
    .map((row) => Number(row.first_licensed_minute));
}

describe('the choice that a lesson calls right', () => {
  test('of 02-core-network: without servers the first desktops wait longer', () => {
    const [before, after] = [runInMemory(shipped('02-core-network')), runTry('02-core-network', 1)];
    const first = (run: MemoryRun) => licensedIn(run, 'desktops')[0];
    // The 15th desktop comes in minute 1411, the 25th in minute 2419.
    expect([first(before), first(after)]).toEqual([1440, 2520]);
  });

  test('of 11-office-hours: computers that are left on are licensed on Monday, and nobody lapses in a closed week', () => {
    const days = licensedIn(runTry('11-office-hours', 1), 'friday').map((minute) => Math.floor(minute / DAY));
    // March 3 is day 0, so that Monday, March 10, is day 7.
    expect(new Set(days)).toEqual(new Set([7]));
    const closed = runTry('11-office-hours', 3);
    expect(figureAt(closed.summary, 'groups.monday.licensedAtEnd')).toBe(10);
  });

  test('of 16-host-moved: the clients go to Notification on day 336', () => {
    const run = runInMemory(shipped('16-host-moved'), { events: 'changes' });
    const ended = run
      .rows('events.csv')
      .filter(({ event, condition }) => event === 'condition' && condition === 'Notification');
    const clients = ended.filter(({ group }) => group !== '' && group !== null);
    expect(new Set(clients.map(({ minute }) => Math.floor(Number(minute) / DAY)))).toEqual(new Set([336]));
  });

  test('of 18-rtm-and-sp1: before SP1 the end is reduced functionality, in which nothing reminds', () => {
    const { summary } = runInMemory(shipped('18-rtm-and-sp1'), { events: 'none' });
    expect(figureAt(summary, 'groups.vista-rtm.reducedFunctionalityDays')).toBe(721);
    expect(figureAt(summary, 'groups.vista-rtm.interruptedLogons')).toBe(0);
  });
});
