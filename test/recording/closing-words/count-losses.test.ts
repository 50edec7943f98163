import { describe, expect, test } from 'vitest';
import { days } from '../../model/estate.ts';
import { type RunSketch, record } from '../recorded.ts';

/** What the closing words say of counts that fell below a threshold that they had reached. */

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
      'The count of kms-1 fell below 2 on 2008-04-02 (day 30) and stayed there: 1 machine of pc was retired on 2008-03-08 (day 5), and a record is kept for 30 days.',
    ]);
  });

  test('is told with its return', () => {
    expect(fallsOf({ ...PAIR, groups: { ...PAIR.groups, late: { install: from(days(40)) } } })).toEqual([
      'The count of kms-1 fell below 2 on 2008-04-02 (day 30) and came back later: 1 machine of pc was retired on 2008-03-08 (day 5), and a record is kept for 30 days.',
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
    // The two ask again on day 7, the first at 00:00 and the second 2 hours later.
    const rekeyed: RunSketch = {
      groups: { pc: { count: 2 } },
      timeline: [{ at: days(3), type: 'rekey', host: 'kms-1' }],
    };
    const lost = 'The count of kms-1 fell below 2 on 2008-03-06 (day 3) and';
    const because = 'it was given a key anew and forgot its clients.';
    expect(fallsOf(rekeyed)).toEqual([`${lost} came back later: ${because}`]);
    // When one of them is gone by then, it stays at 1.
    const timeline = [...(rekeyed.timeline ?? []), ...(PAIR.timeline ?? [])];
    expect(fallsOf({ ...rekeyed, timeline })).toEqual([`${lost} stayed there: ${because}`]);
  });

  test('is explained by an outage in which clients could not renew', () => {
    const down: RunSketch = {
      groups: { pc: { count: 2 } },
      timeline: [{ at: days(1), type: 'down', target: 'kms-1', for: days(40) }],
    };
    expect(fallsOf(down)).toEqual([
      'The count of kms-1 fell below 2 on 2008-04-02 (day 30) and came back later: kms-1 was down from 2008-03-04 (day 1), and its clients could not renew.',
    ]);
  });

  test('is explained by clients that went to another host while theirs was down', () => {
    const moved: RunSketch = {
      hosts: { 'kms-1': {}, 'kms-2': { online: days(9) } },
      groups: { pc: { count: 4 } },
      timeline: [{ at: days(10), type: 'down', target: 'kms-1', for: days(5) }],
    };
    // Renewed on days 0 and 7 with kms-1, and on day 14, when it is down, with kms-2.
    const [sentence] = fallsOf(moved);
    expect(sentence).toMatch(/^The count of kms-1 fell below 2 on 2008-04-09/);
    expect(sentence).toContain('kms-1 was down from 2008-03-13 (day 10) to 2008-03-18 (day 15)');
    expect(sentence).toMatch(/and its clients went to other hosts\.$/);
  });

  test('is explained by renewals rarer than the life of a record', () => {
    const rare: RunSketch = {
      hosts: { 'kms-1': { renewalInterval: days(40) } },
      groups: { pc: { count: 2 } },
    };
    expect(fallsOf(rare)).toEqual([
      'The count of kms-1 fell below 2 on 2008-04-02 (day 30) and came back later: its clients renew every 40 days, and it keeps a record for 30 days.',
    ]);
  });
});
