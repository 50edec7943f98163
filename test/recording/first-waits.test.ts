import { describe, expect, test } from 'vitest';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { days } from '../model/estate.ts';
import { type RunSketch, record } from './recorded.ts';

/** Machines ever in Notification, and of these those that did not only wait for a license after an installation. */
function notified(sketch: RunSketch): unknown[] {
  const { summary } = record({
    duration: days(40),
    keys: { k: { type: 'kms', group: 'server-2016', hosts: 6, activationsPerHost: 10 } },
    hosts: { h: { os: 'server-2016-standard', key: 'k' } },
    ...sketch,
  }).outcome;
  return ['machines.everNotification', 'machines.notificationBeyondWait'].map((path) =>
    figureAt(summary, path),
  );
}

const tens = (count: number, over = 0) =>
  ({ pc: { os: 'windows-10-pro', count, install: { at: 0, over, order: 'even' } } }) as const;

describe('machines without a grace that wait for a license', () => {
  test('are in Notification, but not counted beyond it where the count reaches 25 within 7 days', () => {
    // One machine a day until the 25th, which is licensed at once: those of the last week wait at most 7 days.
    const [ever, beyond] = notified({ groups: tens(30, days(30)) });
    expect([ever, beyond]).toEqual([24, 17]);
    expect(notified({ groups: tens(30) })).toEqual([24, 0]);
  });

  test('are counted when no license follows', () => {
    expect(notified({ groups: tens(20) })).toEqual([20, 20]);
    expect(notified({ duration: days(2), groups: tens(20) })).toEqual([20, 20]);
    expect(notified({ groups: { pc: { os: 'windows-10-pro', method: { type: 'none' } } } })).toEqual([1, 1]);
  });

  test('are counted when their license lapses later', () => {
    const timeline = [{ at: days(1), type: 'down', target: 'h', for: null }] as const;
    const [ever, beyond] = notified({ duration: days(250), groups: tens(30), timeline });
    expect([ever, beyond]).toEqual([30, 30]);
  });

  test('are not told from others where systems have a grace', () => {
    expect(notified({ groups: { pc: { count: 3 } }, rules: { vistaInitialGrace: days(5) } })).toEqual([3, 3]);
  });
});
