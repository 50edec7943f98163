import { describe, expect, test } from 'vitest';
import { Condition } from '../../src/model/definitions/conditions.ts';
import type { MachineId } from '../../src/model/definitions/ids.ts';
import { days, type EstateSketch, estate } from './estate.ts';
import { type Trace, trace } from './trace.ts';

/** Figures of the planning guide and of documents beside it, each worked out there or by hand. */

const run = (sketch: EstateSketch): Trace => trace(estate(sketch));

const counts = (result: Trace) => result.lines.filter((line) => line.count >= 0).map((line) => line.count);

const licensed = (result: Trace, name: string) =>
  result.simulation.estate.history.members(
    result.simulation.estate.machines.groupNamed(name),
    Condition.Licensed,
  );

describe('thresholds and counting', () => {
  test('C1: Vista, Vista, virtual Vista and a server are answered 1, 2, 2, 3 and none activates', () => {
    const result = run({
      duration: 60,
      groups: {
        first: {},
        second: { install: { at: 1, over: 0, order: 'even' } },
        virtual: { virtual: true, install: { at: 2, over: 0, order: 'even' } },
        server: { os: 'server-2008-standard', install: { at: 3, over: 0, order: 'even' } },
      },
    });
    expect(counts(result)).toEqual([1, 2, 2, 3]);
    expect(result.brief('activated')).toEqual([]);
  });

  test('C2: of 3 Vista and 2 servers the servers activate and Vista does not', () => {
    const result = run({
      groups: { vista: { count: 3 }, servers: { count: 2, os: 'server-2008-enterprise' } },
    });
    expect(result.dailyCounts['kms-1']).toEqual([5]);
    expect(licensed(result, 'servers')).toBe(2);
    expect(licensed(result, 'vista')).toBe(0);
  });

  test('C3: after 2 of 25 leave for 30 days the count is 23; nothing renews; the rest stay licensed', () => {
    const result = run({
      duration: days(100),
      groups: { desktops: { count: 25 } },
      timeline: [{ at: days(10), type: 'retire', group: 'desktops', count: 2 }],
    });
    // Their last renewals were on day 7; 30 days later their records are gone.
    expect(result.dailyCounts['kms-1'].slice(0, 37)).toEqual(new Array(37).fill(25));
    expect(result.dailyCounts['kms-1'][38]).toBe(23);
    const renewedAfter = result.lines.filter(({ event, minute }) => event === 'renewed' && minute > days(38));
    expect(renewedAfter).toEqual([]);
    // Within 7 days of day 37 every client failed to renew once and tries every 2 hours since.
    const lastDay = result.lines.filter(
      ({ event, minute }) => event === 'count-too-low' && minute >= days(99),
    );
    expect(lastDay.length).toBe(23 * 12);
    expect(licensed(result, 'desktops')).toBe(23);
  });

  test('C4: of 20 Vista and 6 servers, 4 silent Vista lower the count to 22: servers renew, Vista fails', () => {
    const result = run({
      duration: days(60),
      groups: { desktops: { count: 20 }, servers: { count: 6, os: 'server-2008-standard' } },
      timeline: [{ at: days(8), type: 'retire', group: 'desktops', count: 4 }],
    });
    expect(result.dailyCounts['kms-1'][5]).toBe(26);
    expect(result.dailyCounts['kms-1'][50]).toBe(22);
    const late = result.lines.filter((line) => line.minute >= days(50));
    expect(new Set(late.filter(({ event }) => event === 'renewed').map(({ subject }) => subject)).size).toBe(
      6,
    );
    expect(late.some(({ event, subject }) => event === 'renewed' && subject.startsWith('desktops'))).toBe(
      false,
    );
  });

  test('C7: the 25th Vista activates at once, the others at their next try, all within 2 hours', () => {
    const result = run({
      groups: { desktops: { count: 25, install: { at: 0, over: 25, order: 'even' } } },
    });
    const activated = result.lines.filter(({ event }) => event === 'activated');
    expect(activated[0]).toMatchObject({ minute: 24, subject: 'desktops-0025', count: 25 });
    expect(activated.length).toBe(25);
    for (const [index, line] of activated.slice(1).entries())
      expect(line).toMatchObject({
        minute: 120 + index,
        subject: `desktops-00${String(index + 1).padStart(2, '0')}`,
      });
  });

  test('C8: 200 servers never raise the count above 10', () => {
    const result = run({ groups: { servers: { count: 200, os: 'server-2008-standard' } } });
    expect(Math.max(...counts(result))).toBe(10);
    expect(result.dailyCounts['kms-1']).toEqual([10]);
  });

  test('C9: 200 Vista never raise the count above 50', () => {
    const result = run({ groups: { desktops: { count: 200 } } });
    expect(Math.max(...counts(result))).toBe(50);
  });

  test('a virtual Vista that asks raises the capacity from 10 to 50', () => {
    const servers = { count: 30, os: 'server-2008-standard' } as const;
    const vista = { virtual: true };
    const without = run({ groups: { servers } });
    const withVirtual = run({ groups: { vista, servers } });
    expect(without.dailyCounts['kms-1']).toEqual([10]);
    expect(withVirtual.dailyCounts['kms-1']).toEqual([30]);
  });

  test('C10: 100 virtual machines alone are answered 0 and never activate', () => {
    const result = run({ groups: { virtual: { count: 100, virtual: true } } });
    expect(new Set(counts(result))).toEqual(new Set([0]));
    expect(licensed(result, 'virtual')).toBe(0);
  });

  test('virtual machines activate once enough physical ones have called', () => {
    const result = run({ groups: { physical: { count: 25 }, virtual: { count: 10, virtual: true } } });
    expect(licensed(result, 'virtual')).toBe(10);
    expect(result.dailyCounts['kms-1']).toEqual([25]);
  });

  test('a host updated for it counts virtual machines', () => {
    const rules = { countVirtualMachines: true };
    const result = run({ rules, groups: { virtual: { count: 25, virtual: true } } });
    expect(licensed(result, 'virtual')).toBe(25);
  });

  test('C11: 40 clones with one CMID count as 1', () => {
    const result = run({ groups: { clones: { count: 40, image: 'cloned' } } });
    expect(result.dailyCounts['kms-1']).toEqual([1]);
    expect(licensed(result, 'clones')).toBe(0);
  });

  test('C12: 30 Vista spread over 2 hosts count 15 at each and none activates', () => {
    const result = run({
      hosts: { 'kms-1': {}, 'kms-2': {} },
      groups: { left: { count: 15, host: 'kms-1' }, right: { count: 15, host: 'kms-2' } },
    });
    expect(result.dailyCounts).toEqual({ 'kms-1': [15], 'kms-2': [15] });
    expect(result.brief('activated')).toEqual([]);
  });

  test('C13: 1,000 activated clients ask 1,000 times in 7 days, 142.9 times a day', () => {
    const result = run({ duration: days(29), groups: { desktops: { count: 1000 } } });
    const between = result.lines.filter(({ event, minute }) => event === 'renewed' && minute >= days(7.5));
    // Three whole weeks, from day 7.5 to day 28.5, hold three renewals of each.
    expect(between.filter(({ minute }) => minute < days(28.5)).length).toBe(3000);
  });
});

describe('grace and validity', () => {
  const lost: EstateSketch = {
    duration: days(240),
    groups: { desktops: { count: 25 } },
    timeline: [{ at: days(1), type: 'down', target: 'kms-1', for: null }],
  };

  test('C6: without its host a KMS client is in OOTGrace from day 180 and in Notification from day 210', () => {
    const result = run(lost);
    // The 25th activated in minute 0, the others at their second try.
    const last = result.of('desktops-0025').filter(({ event }) => event === 'condition');
    expect(last.map(({ minute, condition, code }) => [minute, condition, code])).toEqual([
      [days(180), 'OOTGrace', '0x4004F00D'],
      [days(210), 'Notification', '0xC004F009'],
    ]);
    const first = result.of('desktops-0001').filter(({ event }) => event === 'condition');
    expect(first.map(({ minute }) => minute)).toEqual([days(180) + 120, days(210) + 120]);
  });

  test('before Vista SP1 the end state is Unlicensed', () => {
    const result = run({ ...lost, groups: { desktops: { count: 25, os: 'vista-business' } } });
    const conditions = result.of('desktops-0025').filter(({ event }) => event === 'condition');
    expect(conditions.map(({ condition }) => condition)).toEqual(['OOTGrace', 'Unlicensed']);
  });

  test('OOBGrace is 30 days for Vista and 60 days for Server 2008', () => {
    const result = run({
      duration: days(90),
      hosts: {},
      groups: { desktop: {}, server: { os: 'server-2008-web' } },
    });
    expect(result.brief('condition')).toEqual([
      `${days(30)} condition desktop-0001`,
      `${days(60)} condition server-0001`,
    ]);
  });

  test('a contact in the very minute of a deadline still counts', () => {
    const result = run({
      duration: days(40),
      hosts: { 'kms-1': { online: days(30) } },
      groups: { desktops: { count: 25 } },
    });
    // 30 days are 360 activation intervals, so every machine tries in the last minute of its grace.
    expect(result.of('desktops-0025').filter(({ event }) => event === 'activated')).toMatchObject([
      { minute: days(30) },
    ]);
    // The first 24 are answered too low in that minute and leave Notification 2 hours later.
    expect(
      result
        .of('desktops-0001')
        .filter(({ event }) => event !== 'no-host')
        .map(({ event, minute }) => [event, minute]),
    ).toEqual([
      ['installed', 0],
      ['count-too-low', days(30)],
      ['condition', days(30)],
      ['activated', days(30) + 120],
      ['renewed', days(37) + 120],
    ]);
  });

  test('a machine in Notification goes on trying and leaves it on success', () => {
    const result = run({
      duration: days(50),
      hosts: { 'kms-1': { online: days(45) } },
      groups: { desktops: { count: 25 } },
    });
    const { simulation } = result;
    expect(licensed(result, 'desktops')).toBe(25);
    expect(simulation.estate.history.peakInEndState()).toBe(25);
    for (let machine = 0 as MachineId; machine < 25; machine++)
      expect(simulation.estate.history.everEnded(machine)).toBe(true);
  });
});
