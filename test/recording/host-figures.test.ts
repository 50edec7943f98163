import { describe, expect, test } from 'vitest';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { days } from '../model/estate.ts';
import { type RunSketch, record } from './recorded.ts';

function figuresOf(sketch: RunSketch, ...names: string[]): (number | null)[] {
  const { summary } = record(sketch).outcome;
  return names.map((name) => figureAt(summary, `hosts.kms-1.${name}`));
}

/** Ten computers, of which five leave on day 5; their records of day 0 are gone on day 30. */
const SHRINKING: RunSketch = {
  duration: days(40),
  rules: { vistaThreshold: 8, serverThreshold: 6 },
  groups: { pc: { count: 10 } },
  timeline: [{ at: days(5), type: 'retire', group: 'pc', count: 5 }],
};

describe('figures of a host', () => {
  test('count the days that ended below a threshold after it was reached', () => {
    // Days 30 to 39 end with 5 records.
    expect(figuresOf(SHRINKING, 'daysBelowVista', 'daysBelowServer', 'headroomMin')).toEqual([10, 10, -3]);
  });

  test('count no days below a threshold that was never reached', () => {
    const small: RunSketch = { ...SHRINKING, groups: { pc: { count: 7 } }, timeline: [] };
    expect(figuresOf(small, 'daysBelowVista', 'daysBelowServer', 'headroomMin')).toEqual([0, 0, null]);
  });

  test('have the lowest headroom above the largest threshold asked with', () => {
    // 10 - 8.
    expect(figuresOf({ ...SHRINKING, timeline: [] }, 'headroomMin')).toEqual([2]);
  });

  test('say whether the host itself ended, and how often it refused', () => {
    // Not activated, it ends after 60 days of grace; the computer asks every 2 hours for 61 days.
    const cut: RunSketch = {
      duration: days(61),
      networks: { core: { internet: false } },
      groups: { pc: {} },
    };
    expect(figuresOf(cut, 'everNotification', 'refusals')).toEqual([1, 732]);
    expect(figuresOf({ ...SHRINKING, timeline: [] }, 'everNotification', 'refusals')).toEqual([0, 0]);
  });
});

describe('figures of what left for Microsoft', () => {
  test('are told apart by reason', () => {
    const keys = {
      'kms-key': { type: 'kms', group: 'server-c', hosts: 6, activationsPerHost: 10 },
      mak: { type: 'mak', group: 'client', activations: 10 },
    } as const;
    const mak = { count: 3, method: { type: 'mak', key: 'mak', by: 'internet' } } as const;
    const timeline = [{ at: 60, type: 'rebuild', group: 'mak' }] as const;
    const { summary } = record({ keys, groups: { mak }, timeline }).outcome;
    const { byReason } = summary.microsoft as { byReason: unknown };
    expect(byReason).toEqual({
      'host-activation': 1,
      'host-reactivation': 0,
      'mak-activation': 3,
      'mak-reactivation': 3,
      'mak-proxy-activation': 0,
    });
  });
});
