import { describe, expect, test } from 'vitest';
import type { HardwarePart } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import { minutesOf } from '../queries.ts';
import type { Trace } from '../trace.ts';
import {
  booksOf,
  byProxy,
  changes,
  conditionsOf,
  convert,
  down,
  makBy,
  messagesOf,
  pool,
  rebuild,
  runMak,
  VAMT,
} from './sketches.ts';

const PC = { method: byProxy() };
const rebuilt = (sketch: EstateSketch = {}) =>
  runMak({ groups: { pc: PC }, timeline: [rebuild(1000)], ...sketch });
const activated = (result: Trace) => minutesOf(result, 'pc-0001', 'activated');

describe('a confirmation that is kept', () => {
  test('activates a rebuilt machine again without Microsoft and without the pool', () => {
    const result = rebuilt();
    expect(activated(result)).toEqual([600, 1200]);
    expect(messagesOf(result).length).toBe(1);
    expect(booksOf(result).used).toBe(1);
  });

  test('is good when Microsoft is down and the pool is empty', () => {
    const timeline = [rebuild(1000), down('microsoft', 700, null)];
    expect(activated(rebuilt({ keys: { mak: pool(1) }, timeline }))).toEqual([600, 1200]);
  });

  test('is good for as many rebuilds as there are', () => {
    const groups = { pc: { ...PC, rebuildEvery: 1000 } };
    // Rebuilt in 1000, 2000, 3000 and 4000; the next rounds are those of 1200, 2400, 3000 and 4200. That
    // of 3000 comes before the rebuild of its minute, which waits for 3600.
    const result = runMak({ duration: 4300, groups });
    expect(minutesOf(result, 'pc-0001', 'rebuilt')).toEqual([1000, 2000, 3000, 4000]);
    expect(booksOf(result).used).toBe(1);
    expect(activated(result).filter((minute) => minute !== 3000 && minute !== 3600)).toEqual([
      600, 1200, 2400, 4200,
    ]);
  });

  test('is of no use to another key', () => {
    const timeline = [rebuild(1000), convert(1000, byProxy('other'))];
    const result = rebuilt({ keys: { mak: pool(5), other: pool(5) }, timeline });
    expect([booksOf(result, 'mak').used, booksOf(result, 'other').used]).toEqual([1, 1]);
    expect(activated(result)).toEqual([600, 1200]);
  });

  test('is there only for what went through the VAMT', () => {
    const timeline = [convert(500, byProxy()), rebuild(1000)];
    const result = runMak({ groups: { pc: { method: makBy('internet') } }, timeline });
    // By itself in minute 0; the conversion leaves it activated; rebuilt, it needs a confirmation.
    expect(activated(result)).toEqual([0, 1200]);
    expect(booksOf(result).used).toBe(2);
  });
});

describe('a VAMT that keeps no confirmations', () => {
  test('asks Microsoft anew for a rebuilt machine', () => {
    const result = rebuilt({ vamts: { vamt: { ...VAMT, keepsConfirmations: false } } });
    expect(activated(result)).toEqual([600, 1200]);
    expect(messagesOf(result).length).toBe(2);
    expect(booksOf(result).used).toBe(2);
  });

  test('still has one that it could not hand back yet', () => {
    const vamt = { ...VAMT, via: 'telephone', keepsConfirmations: false } as const;
    const connects = { every: 600, for: 20, first: 0 };
    const result = runMak({ vamts: { vamt }, groups: { pc: { ...PC, connects } } });
    expect(activated(result)).toEqual([1200]);
    expect(booksOf(result).used).toBe(1);
  });
});

describe('hardware that changes at a VAMT’s machine', () => {
  const change = (part: HardwarePart, sketch: EstateSketch = {}) =>
    runMak({
      groups: { pc: { ...PC, hardwareChange: changes(1000, part) } },
      duration: 1900,
      ...sketch,
    });

  test.each(['disk', 'motherboard'] as const)('needs a new confirmation after a new %s', (part) => {
    const result = change(part);
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', '600 Licensed', '1000 OOTGrace', '1200 Licensed']);
    expect(messagesOf(result).length).toBe(2);
    expect(booksOf(result).used).toBe(2);
  });

  test('needs nothing after a minor change, nor does a rebuild after it', () => {
    const result = change('minor', { timeline: [rebuild(1100)] });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', '600 Licensed', '1100 OOBGrace', '1200 Licensed']);
    expect(booksOf(result).used).toBe(1);
  });

  test('needs nothing after a new disk where a disk is no major component, nor does a rebuild after it', () => {
    const rules = { makDiskOutOfTolerance: false };
    const result = change('disk', { rules, timeline: [rebuild(1100)] });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', '600 Licensed', '1100 OOBGrace', '1200 Licensed']);
    expect(booksOf(result).used).toBe(1);
  });

  test('ends after 30 days of OOTGrace where Microsoft is out of reach', () => {
    const result = change('motherboard', { duration: days(40), timeline: [down('internet', 700, null)] });
    expect(conditionsOf(result).slice(2)).toEqual(['1000 OOTGrace', `${1000 + days(30)} Notification`]);
  });
});
