import { describe, expect, test } from 'vitest';
import { NEVER } from '../../../src/engine/time.ts';
import { Condition } from '../../../src/model/definitions/conditions.ts';
import type { HostParameters, KeyParameters } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { outcomesOf, run } from '../queries.ts';

const key = (group: KeyParameters['group']): KeyParameters => ({
  type: 'kms',
  group,
  hosts: 6,
  activationsPerHost: 10,
});

/** One host of a system with a key of a group. */
const hosted = (
  os: HostParameters['os'],
  group: KeyParameters['group'],
  more: Partial<HostParameters> = {},
): EstateSketch => ({
  keys: { 'kms-key': key(group) },
  hosts: { 'kms-1': { os, ...more } },
});

describe('an old host and new clients', () => {
  const TEN = { pc: { os: 'windows-10-pro', count: 25 } } as const;

  test('refuses them with 0xC004F042 until it has update and key', () => {
    const old = hosted('server-2008-r2-standard', 'server-2008-r2-c');
    expect(outcomesOf(run({ ...old, groups: TEN }), 'pc-0025')[0]).toBe('0 refused 0xC004F042');
    const updated = hosted('server-2008-r2-standard', 'server-2008-r2-c', { updates: ['KB3079821'] });
    expect(outcomesOf(run({ ...updated, groups: TEN }), 'pc-0025')[0]).toBe('0 refused 0xC004F042');
    const keyed = hosted('server-2008-r2-standard', 'windows-10');
    expect(outcomesOf(run({ ...keyed, groups: TEN }), 'pc-0025')[0]).toBe('0 refused 0xC004F042');
    const both = hosted('server-2008-r2-standard', 'windows-10', { updates: ['KB3079821'] });
    expect(outcomesOf(run({ ...both, groups: TEN }), 'pc-0025')[0]).toBe('0 activated');
  });

  test('is updated in the timeline', () => {
    const result = run({
      ...hosted('server-2012-r2-standard', 'server-2016'),
      groups: TEN,
      timeline: [{ at: 60, type: 'update', host: 'kms-1', updates: ['KB3172614'] }],
    });
    expect(outcomesOf(result, 'pc-0025').slice(0, 2)).toEqual(['0 refused 0xC004F042', '120 activated']);
  });

  test('a host of Server 2008 serves Windows 7 once it is updated to count virtual machines', () => {
    const result = run({
      ...hosted('server-2008-standard', 'server-2008-r2-c'),
      groups: { pc: { os: 'windows-7-professional', count: 25, virtual: true } },
      timeline: [{ at: 60, type: 'update', host: 'kms-1' }],
    });
    expect(outcomesOf(result, 'pc-0025').slice(0, 2)).toEqual(['0 refused 0xC004F042', '120 activated']);
  });
});

describe('virtual machines', () => {
  const virtual = (os: 'server-2008-standard' | 'server-2008-r2-standard'): EstateSketch['groups'] => ({
    vm: { os, count: 5, virtual: true },
  });

  test('count at a host of Server 2008 R2, whatever their own generation', () => {
    const late = hosted('server-2008-r2-standard', 'server-2008-r2-c');
    expect(outcomesOf(run({ ...late, groups: virtual('server-2008-r2-standard') }), 'vm-0005')[0]).toBe(
      '0 activated',
    );
    expect(outcomesOf(run({ ...late, groups: virtual('server-2008-standard') }), 'vm-0005')[0]).toBe(
      '0 activated',
    );
  });

  test('do not count at a host of Server 2008, unless it is updated or a policy says so', () => {
    const groups = virtual('server-2008-standard');
    const early = hosted('server-2008-standard', 'server-c');
    const first = (sketch: EstateSketch) => outcomesOf(run({ ...sketch, groups }), 'vm-0005')[0];
    expect(first(early)).toBe('0 count-too-low 0xC004F038');
    expect(first(hosted('server-2008-standard', 'server-c', { updates: ['KB968912'] }))).toBe('0 activated');
    // KB 968915 is for Server 2003, KB 968912 for Vista and Server 2008: on the other system neither does anything.
    expect(first(hosted('server-2008-standard', 'server-c', { updates: ['KB968915'] }))).toBe(
      '0 count-too-low 0xC004F038',
    );
    expect(first(hosted('server-2003', 'server-c', { updates: ['KB968912'] }))).toBe(
      '0 count-too-low 0xC004F038',
    );
    expect(first(hosted('server-2003', 'server-c', { updates: ['KB968915'] }))).toBe('0 activated');
    expect(first({ ...early, rules: { countVirtualMachines: true } })).toBe('0 activated');
    const late = hosted('server-2012-standard', 'server-2012');
    expect(first({ ...late, rules: { laterHostsCountVirtualMachines: false } })).toBe(
      '0 count-too-low 0xC004F038',
    );
    expect(first(hosted('server-2012-standard', 'server-2012', { countsVirtual: false }))).toBe(
      '0 count-too-low 0xC004F038',
    );
  });
});

describe('grace', () => {
  const alone = (
    os: 'windows-7-enterprise' | 'server-2008-r2-web' | 'windows-8-pro' | 'server-2025-standard',
  ) => {
    const { simulation } = run({ duration: days(1), hosts: {}, groups: { pc: { os } } });
    const { history, licenses } = simulation.estate;
    const machine = simulation.estate.machines.groupNamed('pc').first;
    return [history.conditionOf(machine), licenses.deadline(machine)];
  };

  test('is 30 days on Windows 7 and Server 2008 R2, and none from Windows 8 and Server 2012 on', () => {
    expect(alone('windows-7-enterprise')).toEqual([Condition.OOBGrace, days(30)]);
    expect(alone('server-2008-r2-web')).toEqual([Condition.OOBGrace, days(30)]);
    expect(alone('windows-8-pro')).toEqual([Condition.Notification, NEVER]);
    expect(alone('server-2025-standard')).toEqual([Condition.Notification, NEVER]);
  });

  test('a Windows 8 computer in Notification from the start tries every two hours', () => {
    const result = run({
      ...hosted('server-2012-standard', 'server-2012'),
      duration: 300,
      groups: { pc: { os: 'windows-8-pro' } },
    });
    expect(outcomesOf(result, 'pc-0001')).toEqual([
      '0 count-too-low 0xC004F038',
      '120 count-too-low 0xC004F038',
      '240 count-too-low 0xC004F038',
    ]);
  });

  test('after an expiry of 0 days leads to Notification in the same minute', () => {
    const lapse = (rules: EstateSketch['rules']) => {
      const result = run({
        ...hosted('server-2012-standard', 'server-2012'),
        duration: days(212),
        rules,
        groups: { srv: { os: 'server-2012-standard', count: 5 } },
        timeline: [{ at: days(1), type: 'down', target: 'kms-1', for: null }],
      });
      const { machines, history } = result.simulation.estate;
      const last = machines.membersOf(machines.groupNamed('srv'))[4];
      return history.since(last);
    };
    expect(lapse({})).toBe(days(210));
    expect(lapse({ windows8OutOfToleranceGrace: 0 })).toBe(days(180));
  });
});
