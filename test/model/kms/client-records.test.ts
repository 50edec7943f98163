import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClientMachineId } from '../../../src/model/definitions/ids.ts';
import type { GroupParameters } from '../../../src/model/definitions/parameters.ts';
import { ClientRecords } from '../../../src/model/kms/client-records.ts';
import { days, type EstateSketch, estate } from '../estate.ts';
import { NaiveHost, wrongCounts } from '../naive-host.ts';
import { countsOf, run } from '../queries.ts';
import { trace } from '../trace.ts';

const install = (at: number) => ({ at, over: 0, order: 'even' }) as const;

describe('the records of a host', () => {
  /** 25 Vista ask in minute 0 and are gone; a virtual one asks later and is told the count. */
  const asked = (probe: number, more: EstateSketch = {}): string =>
    countsOf(
      run({
        duration: probe + 1,
        groups: { pc: { count: 25 }, probe: { virtual: true, host: 'kms-1', install: install(probe) } },
        timeline: [{ at: 1, type: 'retire', group: 'pc', count: null }, ...(more.timeline ?? [])],
        rules: more.rules,
      }),
    )[25];

  test('live for 30 days after the latest request, and not a minute longer', () => {
    expect(asked(days(30) - 1)).toBe(`${days(30) - 1} 25`);
    expect(asked(days(30))).toBe(`${days(30)} 0`);
  });

  test('live as long as the policy says', () => {
    const rules = { recordLife: 1000 };
    expect([asked(999, { rules }), asked(1000, { rules })]).toEqual(['999 25', '1000 0']);
  });

  test('are kept by a host that is down, and age', () => {
    const outage = (length: number): EstateSketch => ({
      timeline: [{ at: days(2), type: 'down', target: 'kms-1', for: length }],
    });
    expect(asked(days(20), outage(days(10)))).toBe(`${days(20)} 25`);
    expect(asked(days(31), outage(days(29)))).toBe(`${days(31)} 0`);
  });

  test('start their life anew with each request', () => {
    // Renewed on days 7, 14, 21, 28; gone 30 days after the last.
    const result = run({
      duration: days(60),
      groups: { pc: { count: 25 } },
      timeline: [{ at: days(29), type: 'retire', group: 'pc', count: null }],
    });
    // The first 24 renew 2 hours after the full days: all are there on day 57, and gone on day 58.
    expect(result.dailyCounts['kms-1'].slice(56, 59)).toEqual([25, 25, 0]);
  });

  test('are as many as a multiple of the largest threshold, which the policy may change', () => {
    const servers = { servers: { count: 40, os: 'server-2008-web' } } as const;
    expect(run({ groups: servers, rules: { recordsPerThreshold: 3 } }).dailyCounts['kms-1']).toEqual([15]);
    expect(run({ groups: servers, rules: { serverThreshold: 8 } }).dailyCounts['kms-1']).toEqual([16]);
  });

  test('belong to one host: another counts for itself', () => {
    const groups: Record<string, Partial<GroupParameters>> = {
      left: { count: 4, host: 'kms-1', os: 'server-2008-web' },
      right: { count: 3, host: 'kms-2', os: 'server-2008-web' },
    };
    const result = run({ hosts: { 'kms-1': {}, 'kms-2': {} }, groups });
    expect(result.dailyCounts).toEqual({ 'kms-1': [4], 'kms-2': [3] });
  });
});

const GROUP = fc.record({
  count: fc.integer({ min: 1, max: 12 }),
  os: fc.constantFrom('vista-business-sp1' as const, 'server-2008-standard' as const),
  virtual: fc.boolean(),
  image: fc.constantFrom('generalized' as const, 'cloned' as const),
  install: fc.record({ at: fc.nat(2000), over: fc.nat(3000), order: fc.constant('even' as const) }),
  rebuildEvery: fc.constantFrom(null, 700, 2500),
});

const POLICY = fc.record({
  vistaThreshold: fc.integer({ min: 1, max: 8 }),
  serverThreshold: fc.integer({ min: 1, max: 4 }),
  recordLife: fc.integer({ min: 50, max: 3000 }),
  recordsPerThreshold: fc.integer({ min: 1, max: 3 }),
  countVirtualMachines: fc.boolean(),
});

describe('counting as a naive host does', () => {
  test('every answer of two hosts to random clients carries the naive count', () => {
    fc.assert(
      fc.property(
        fc.array(GROUP, { minLength: 1, maxLength: 4 }),
        POLICY,
        fc.nat(5000),
        fc.integer({ min: 60, max: 2000 }),
        (groups, rules, outage, renewalInterval) => {
          const parameters = estate({
            duration: days(5),
            rules,
            hosts: { 'kms-1': { renewalInterval }, 'kms-2': { renewalInterval } },
            groups: Object.fromEntries(groups.map((group, index) => [`g${index}`, group])),
            timeline: [
              { at: outage, type: 'down', target: 'kms-1', for: 800 },
              { at: outage + 1000, type: 'retire', group: 'g0', count: 3 },
              { at: outage + 1500, type: 'rebuild', group: 'g0' },
            ],
          });
          expect(wrongCounts(parameters, trace(parameters))).toEqual([]);
        },
      ),
      { seed: 2, numRuns: 150 },
    );
  });

  test('streams of requests leave the naive number of records', () => {
    const LIFE = 100;
    // CMIDs of which many fall on one place of the index, and more than there is room for at first.
    const id = fc.oneof(
      fc.nat(40),
      fc.nat(40).map((number) => number * 256),
      fc.nat(1_000_000),
    );
    const request = fc.record({ id, wait: fc.nat(12), threshold: fc.nat(80) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 300 }), (requests) => {
        const records = new ClientRecords(LIFE);
        const naive = new NaiveHost(LIFE, 2);
        let largest = 0;
        let minute = 0;
        for (const { id, wait, threshold } of requests) {
          minute += wait;
          largest = Math.max(largest, threshold);
          const count = records.touch(id as ClientMachineId, largest * 2, minute);
          expect(count).toBe(naive.ask({ cmid: String(id), threshold }, minute));
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
