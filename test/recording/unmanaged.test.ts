import { describe, expect, test } from 'vitest';
import { figureAt } from '../../src/recording/figures/expectations.ts';
import { days } from '../model/estate.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

const NONE = { type: 'none' } as const;

function figuresOf(sketch: RunSketch, ...paths: string[]): (number | null)[] {
  const { summary } = record({ rules: EASY, ...sketch }).outcome;
  return paths.map((path) => figureAt(summary, path));
}

describe('machines that are not activated by design', () => {
  const LAB: RunSketch = { duration: days(40), groups: { pc: {}, lab: { count: 3, method: NONE } } };

  test('are counted as unmanaged, and have no days unlicensed', () => {
    const paths = [
      'machines.unmanaged',
      'groups.lab.unmanaged',
      'groups.pc.unmanaged',
      'machines.unlicensedDays',
    ];
    expect(figuresOf(LAB, ...paths)).toEqual([3, 3, 0, 0]);
  });

  test('reach Notification like others', () => {
    // 3 x (40 - 30) days.
    expect(figuresOf(LAB, 'machines.everNotification', 'machines.notificationDays')).toEqual([3, 30]);
  });

  test('are managed from their conversion on', () => {
    const timeline = [{ at: days(35), type: 'convert', group: 'lab', method: { type: 'kms' } }] as const;
    // Licensed in the minute of the conversion.
    const paths = ['machines.unmanaged', 'machines.unlicensedDays', 'machines.licensedAtEnd'];
    expect(figuresOf({ ...LAB, timeline }, ...paths)).toEqual([0, 0, 4]);
    // Without a host each goes on without a license for 5 managed days.
    expect(figuresOf({ ...LAB, hosts: {}, timeline }, 'groups.lab.unlicensedDays')).toEqual([15]);
  });

  test('were managed until their conversion', () => {
    const timeline = [{ at: days(4), type: 'convert', group: 'pc', method: NONE }] as const;
    const lost: RunSketch = { duration: days(40), hosts: {}, groups: { pc: { count: 2 } }, timeline };
    expect(figuresOf(lost, 'machines.unmanaged', 'machines.unlicensedDays')).toEqual([2, 8]);
  });

  test('that are installed only after their conversion were never unmanaged', () => {
    const timeline = [{ at: days(4), type: 'convert', group: 'lab', method: { type: 'kms' } }] as const;
    const groups = { lab: { method: NONE, install: { at: days(10), over: 0, order: 'even' } } } as const;
    const late: RunSketch = { duration: days(40), hosts: {}, groups, timeline };
    expect(figuresOf(late, 'machines.unlicensedDays')).toEqual([30]);
  });
});
