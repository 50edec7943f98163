import { describe, expect, test } from 'vitest';
import { days } from '../estate.ts';
import { minutesOf, storyOf } from '../queries.ts';
import {
  BY_INTERNET,
  BY_TELEPHONE,
  booksOf,
  changes,
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

  test('is gone from the queue when it is rebuilt, and asks anew behind the others', () => {
    const groups = { first: PC, pc: PC, last: PC };
    const result = runMak({ groups, timeline: [rebuild(10)] });
    expect(result.brief('activated')).toEqual([
      '30 activated first-0001',
      '60 activated last-0001',
      '90 activated pc-0001',
    ]);
    expect(result.simulation.estate.telephone.minutes).toBe(90);
  });

  test('asks anew behind the others when its hardware changes', () => {
    const groups = { first: PC, pc: { ...PC, hardwareChange: changes(10, 'motherboard') }, last: PC };
    const result = runMak({ duration: 19, groups });
    // In minute 10 alone: the queue is last, pc.
    expect(result.brief('hardware-changed')).toEqual(['10 hardware-changed pc-0001']);
    const longer = runMak({
      duration: 100,
      groups: { ...groups, pc: { ...PC, hardwareChange: changes(61, 'motherboard') } },
    });
    // Called for from 30 to 60 it is activated; the motherboard of minute 61 needs another call, from 90.
    expect(longer.brief('activated')).toEqual([
      '30 activated first-0001',
      '60 activated pc-0001',
      '90 activated last-0001',
    ]);
  });

  test('refuses a confirmation for hardware that it had before the call, and is called for again', () => {
    const groups = { pc: { ...PC, hardwareChange: changes(20, 'motherboard') }, other: PC };
    const result = runMak({ duration: 39, groups });
    // The call of 0 to 30 is for the hardware of before minute 20: its activation is spent for nothing.
    expect(storyOf(result, 'pc-0001')).toEqual([
      '0 installed',
      '20 hardware-changed',
      '30 message',
      '30 refused',
    ]);
    expect(result.of('pc-0001').at(-1)?.code).toBe('0xC004F031');
    expect(booksOf(result).used).toBe(1);
    // Its next call comes behind the other's, from 60 on.
    const later = runMak({
      duration: 200,
      groups: { ...groups, pc: { ...PC, hardwareChange: changes(20, 'motherboard') } },
    });
    expect(minutesOf(later, 'other-0001', 'activated')).toEqual([60]);
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
