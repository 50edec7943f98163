import { describe, expect, test } from 'vitest';
import { days } from '../model/estate.ts';
import { type RunSketch, record } from './recorded.ts';

/** Minute, event, count and threshold of each time that a count passed a threshold. */
function passings(sketch: RunSketch): string[] {
  const { rows } = record(sketch);
  return rows('events.csv')
    .filter(([, , event]) => String(event).startsWith('threshold-'))
    .map(([minute, , event, subject, , network, , count, , , , detail]) =>
      [minute, event, subject, network, count, detail].join(' '),
    );
}

const RULES = { vistaThreshold: 4, serverThreshold: 2 };
const at = (minute: number) => ({ at: minute, over: 0, order: 'even' }) as const;

describe('a threshold of a host', () => {
  test('is reached by the client that makes the count high enough', () => {
    const groups = { pc: { count: 4, install: { at: 0, over: 40, order: 'even' } } } as const;
    expect(passings({ rules: RULES, groups })).toEqual(['30 threshold-reached kms-1 core 4 4']);
  });

  test('is one that its clients ask with: none of servers where there are none', () => {
    const groups = { pc: { count: 3 } };
    expect(passings({ rules: RULES, groups })).toEqual([]);
  });

  test('is reached at once by clients that come when the count is high already', () => {
    const groups = { pc: { count: 4 }, server: { os: 'server-2008-standard', install: at(10) } } as const;
    expect(passings({ rules: RULES, groups })).toEqual([
      '0 threshold-reached kms-1 core 4 4',
      '10 threshold-reached kms-1 core 5 2',
    ]);
  });

  test('is lost in the minute in which a record becomes too old', () => {
    const sketch: RunSketch = {
      duration: days(60),
      rules: RULES,
      groups: { pc: { count: 3 }, left: { install: at(100) } },
      timeline: [{ at: days(5), type: 'retire', group: 'left', count: 1 }],
    };
    // The three ask again every 2 hours until they are licensed, and then every 7 days; the fourth asked last
    // in minute 100.
    expect(passings(sketch)).toEqual([
      '100 threshold-reached kms-1 core 4 4',
      `${days(30) + 100} threshold-lost kms-1 core 3 4`,
    ]);
  });

  test('is reached again when another client comes', () => {
    const sketch: RunSketch = {
      duration: days(60),
      rules: RULES,
      groups: { pc: { count: 3 }, left: {}, late: { install: at(days(40)) } },
      timeline: [{ at: days(5), type: 'retire', group: 'left', count: 1 }],
    };
    expect(passings(sketch).map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['0', 'threshold-reached'],
      [String(days(30)), 'threshold-lost'],
      [String(days(40)), 'threshold-reached'],
    ]);
  });

  test('stays while clients renew, for years', () => {
    const groups = { pc: { count: 4 }, server: { count: 2, os: 'server-2008-standard' } } as const;
    expect(passings({ duration: days(800), rules: RULES, groups })).toHaveLength(2);
  });

  test('is lost with a new key, which makes the host forget its clients', () => {
    const sketch: RunSketch = {
      duration: days(20),
      rules: RULES,
      groups: { pc: { count: 4 } },
      timeline: [{ at: days(3), type: 'rekey', host: 'kms-1' }],
    };
    // All four renew on day 7; the first three were licensed at their second try, after 120 minutes.
    expect(passings(sketch)).toEqual([
      '0 threshold-reached kms-1 core 4 4',
      `${days(3)} threshold-lost kms-1 core 0 4`,
      `${days(7) + 120} threshold-reached kms-1 core 4 4`,
    ]);
  });
});
