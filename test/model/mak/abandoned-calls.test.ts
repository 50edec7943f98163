import { describe, expect, test } from 'vitest';
import { days } from '../estate.ts';
import { storyOf } from '../queries.ts';
import {
  BY_INTERNET,
  BY_TELEPHONE,
  booksOf,
  convert,
  down,
  makBy,
  messagesOf,
  pool,
  rebuild,
  retire,
  runMak,
} from './sketches.ts';

const PC = { method: BY_TELEPHONE };

describe('a call that is under way', () => {
  const other = { other: { ...PC } };

  test('is of no use to a machine rebuilt meanwhile, which needs another', () => {
    const result = runMak({ groups: { pc: PC }, timeline: [rebuild(10)] });
    // The installation ID that is being read out is no longer the machine's: 0 to 30 in vain, then 30 to 60.
    expect(storyOf(result, 'pc-0001')).toEqual(['0 installed', '10 rebuilt', '60 message', '60 activated']);
    expect(booksOf(result).used).toBe(1);
  });

  test('takes nothing of the pool when its machine is retired', () => {
    const result = runMak({ groups: { pc: PC, ...other }, timeline: [retire(10, null)] });
    expect(messagesOf(result)).toEqual(['60 other-0001 mak-activation telephone accepted']);
    expect(booksOf(result).used).toBe(1);
  });

  test('takes nothing of the pool when its machine is converted to KMS or none', () => {
    for (const type of ['kms', 'none'] as const) {
      const result = runMak({ groups: { pc: PC, ...other }, timeline: [convert(10, { type })] });
      expect(messagesOf(result)).toEqual(['60 other-0001 mak-activation telephone accepted']);
    }
  });

  test('gives way to the Internet at once when its machine is converted to it', () => {
    const result = runMak({ groups: { pc: PC }, timeline: [convert(10, BY_INTERNET)] });
    expect(messagesOf(result)).toEqual(['10 pc-0001 mak-activation internet accepted']);
    expect(booksOf(result).used).toBe(1);
  });

  test('is made anew with the other key when its machine is converted to one', () => {
    const result = runMak({
      keys: { mak: pool(5), other: pool(5) },
      groups: { pc: PC },
      timeline: [convert(10, makBy('telephone', 'other'))],
    });
    expect(messagesOf(result)).toEqual(['60 pc-0001 mak-activation telephone accepted']);
    expect([booksOf(result, 'mak').used, booksOf(result, 'other').used]).toEqual([0, 1]);
  });

  test('and ends in the minute of a conversion to the Internet leaves one try a day, not two', () => {
    const result = runMak({
      duration: days(3),
      groups: { pc: PC },
      timeline: [down('internet', 0, null), convert(30, BY_INTERNET)],
    });
    expect(result.brief('no-host')).toEqual([30, 1470, 2910].map((minute) => `${minute} no-host pc-0001`));
  });
});

describe('a machine that waits for an administrator', () => {
  test('leaves the queue when it is retired or converted away', () => {
    const groups = { first: PC, pc: PC, last: PC };
    for (const leave of [retire(10, null), convert(10, { type: 'none' })]) {
      const result = runMak({ groups, timeline: [leave] });
      expect(result.brief('activated')).toEqual(['30 activated first-0001', '60 activated last-0001']);
      expect(result.simulation.estate.telephone.minutes).toBe(60);
    }
  });

  test('keeps its place when it is rebuilt, and is called for once', () => {
    const groups = { first: PC, pc: PC, last: PC };
    const result = runMak({ groups, timeline: [rebuild(10)] });
    expect(result.brief('activated')).toEqual([
      '30 activated first-0001',
      '60 activated pc-0001',
      '90 activated last-0001',
    ]);
    expect(result.simulation.estate.telephone.minutes).toBe(90);
  });

  test('keeps its place when an administrator has it activated', () => {
    const groups = { first: PC, pc: PC, last: PC };
    const result = runMak({ groups, timeline: [{ at: 10, type: 'activate', group: 'pc' }] });
    expect(result.brief('activated')).toEqual([
      '30 activated first-0001',
      '60 activated pc-0001',
      '90 activated last-0001',
    ]);
  });
});
