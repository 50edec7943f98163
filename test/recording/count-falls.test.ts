import { describe, expect, test } from 'vitest';
import { days } from '../model/estate.ts';
import { type RunSketch, record } from './recorded.ts';

/** What the story tells of counts that fell below a threshold that they had reached. */

const fallsOf = (sketch: RunSketch) =>
  record({
    duration: days(60),
    rules: { vistaThreshold: 2, serverThreshold: 1 },
    ...sketch,
  }).outcome.story.filter((line) => line.startsWith('The count of'));

const from = (at: number) => ({ at, over: 0, order: 'even' }) as const;

/** The second of two computers leaves; its record of minute 0 is dropped 30 days later. */
const PAIR: RunSketch = {
  groups: { pc: { count: 2 } },
  timeline: [{ at: days(5), type: 'retire', group: 'pc', count: 1 }],
};

describe('a count that falls below the threshold', () => {
  test('is told with the day, and that it stayed there', () => {
    expect(fallsOf(PAIR)).toEqual([
      'The count of kms-1 fell below 2 on 2008-04-02 (day 30) and stayed there.',
    ]);
  });

  test('is told with its return', () => {
    expect(fallsOf({ ...PAIR, groups: { ...PAIR.groups, late: { install: from(days(40)) } } })).toEqual([
      'The count of kms-1 fell below 2 on 2008-04-02 (day 30) and came back later.',
    ]);
  });

  test('is not told where it never reached the threshold, or never left it', () => {
    expect(fallsOf({ groups: { pc: {} } })).toEqual([]);
    expect(fallsOf({ groups: { pc: { count: 2 } } })).toEqual([]);
  });

  test('is not told where clients came that need more than there ever was', () => {
    // One server is enough for itself; the desktop that comes on day 1 needs three and finds two.
    const groups = { server: { os: 'server-2008-standard' }, pc: { install: from(days(1)) } } as const;
    expect(fallsOf({ rules: { vistaThreshold: 3, serverThreshold: 1 }, groups })).toEqual([]);
  });

  test('is told of a host that was given its key anew', () => {
    // The two ask again on day 7: the first finds one record, the second two; the host counts 2 by evening.
    const rekeyed: RunSketch = {
      groups: { pc: { count: 2 } },
      timeline: [{ at: days(3), type: 'rekey', host: 'kms-1' }],
    };
    expect(fallsOf(rekeyed)).toEqual([]);
    // When one of them is gone by then, it stays at 1.
    const timeline = [...(rekeyed.timeline ?? []), ...(PAIR.timeline ?? [])];
    expect(fallsOf({ ...rekeyed, timeline })).toEqual([
      'The count of kms-1 fell below 2 on 2008-03-10 (day 7) and stayed there.',
    ]);
  });
});
