import { describe, expect, test } from 'vitest';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

function riskOf(sketch: RunSketch): (number | null)[] {
  const { summary } = record({ rules: EASY, ...sketch }).outcome;
  return [figureAt(summary, 'machines.atRisk'), figureAt(summary, 'horizon.firstLapseMinute')];
}

const PCS: RunSketch = { duration: days(20), groups: { pc: { count: 4 } } };
const down = (at: number, length: number | null) =>
  ({ at, type: 'down', target: 'kms-1', for: length }) as const;

describe('machines on a course to lapse', () => {
  test('are none where all is well', () => {
    expect(riskOf(PCS)).toEqual([0, null]);
  });

  test('are those whose host is down at the end', () => {
    // Last renewed on day 14; a license is for 180 days.
    expect(riskOf({ ...PCS, timeline: [down(days(19), null)] })).toEqual([4, days(194)]);
  });

  test('are none any more when the host is back, although it was gone', () => {
    expect(riskOf({ ...PCS, timeline: [down(days(15), days(2))] })).toEqual([0, null]);
  });

  test('are those that were not renewed for longer than twice the interval', () => {
    // Connected for a day at the start, and next after a hundred days: 50 days without a renewal.
    const away = { connects: { every: days(100), for: days(1), first: 0 } };
    const sketch: RunSketch = { duration: days(50), groups: { pc: { count: 2, ...away }, desk: {} } };
    expect(riskOf(sketch)).toEqual([2, days(180)]);
  });

  test('are those whose host has lost its count', () => {
    const sketch: RunSketch = {
      rules: { vistaThreshold: 5, serverThreshold: 5 },
      duration: days(40),
      groups: { pc: { count: 4 }, left: { count: 4 } },
      timeline: [{ at: days(5), type: 'retire', group: 'left', count: 4 }],
    };
    // The first four are licensed at their second try, after 120 minutes. The records of day 0 are gone on day 30:
    // the renewals of day 28 found 8, those of day 35 find 4.
    expect(riskOf(sketch)).toEqual([4, days(28 + 180) + 120]);
  });

  test('are not those that another host would renew', () => {
    const hosts = { 'kms-1': {}, 'kms-2': {} };
    expect(riskOf({ ...PCS, hosts, timeline: [down(days(19), null)] })).toEqual([0, null]);
  });

  test('are not those whose license has no end', () => {
    const keys = { mak: { type: 'mak', group: 'client', activations: 10 } } as const;
    const method = { type: 'mak', key: 'mak', by: 'internet' } as const;
    expect(riskOf({ duration: days(50), hosts: {}, keys, groups: { pc: { method } } })).toEqual([0, null]);
  });

  test('may lapse after the end: ten licenses that end on day 376 of a run of 365', () => {
    const sketch: RunSketch = {
      duration: days(365),
      groups: { pc: { count: 10 } },
      timeline: [down(days(197), null)],
    };
    expect(riskOf(sketch)).toEqual([10, days(196 + 180)]);
  });
});
