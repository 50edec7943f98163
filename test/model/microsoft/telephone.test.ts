import { describe, expect, test } from 'vitest';
import { days } from '../estate.ts';
import {
  BY_TELEPHONE,
  booksOf,
  down,
  KMS_KEY,
  messagesOf,
  OFFICE_HOURS,
  pool,
  raise,
  runMak,
} from '../mak/sketches.ts';
import { minutesOf, storyOf } from '../queries.ts';

const PC = { method: BY_TELEPHONE };
const at = (minute: number) => ({ at: minute, over: 0, order: 'even' }) as const;

describe('a call for a MAK machine', () => {
  test('takes 30 minutes and needs no Internet', () => {
    const result = runMak({ networks: { core: { internet: false } }, groups: { pc: PC } });
    expect(storyOf(result, 'pc-0001')).toEqual(['0 installed', '30 message', '30 activated']);
    expect(messagesOf(result)).toEqual(['30 pc-0001 mak-activation telephone accepted']);
    expect(result.simulation.estate.telephone.minutes).toBe(30);
  });

  test('takes as long as the policy says', () => {
    const result = runMak({ rules: { telephoneCall: 45 }, groups: { pc: { ...PC, count: 2 } } });
    expect(result.brief('activated')).toEqual(['45 activated pc-0001', '90 activated pc-0002']);
  });

  test('is one of the pool each, again for one made because a machine was rebuilt', () => {
    const groups = { pc: { ...PC, rebuildEvery: days(3) } };
    const result = runMak({ duration: days(10), groups });
    // Installed on day 0, rebuilt on days 3, 6 and 9.
    expect(booksOf(result)).toEqual({ used: 4, remaining: 96 });
    expect(messagesOf(result)[1]).toBe(`${days(3) + 30} pc-0001 mak-reactivation telephone accepted`);
  });

  test('that Microsoft does not answer is asked for again a day after it ended', () => {
    const timeline = [down('microsoft', 20, 20)];
    const result = runMak({ duration: days(2), groups: { pc: PC }, timeline });
    // In vain from 0 to 30; asked for again in minute 30 + 1440.
    expect(minutesOf(result, 'pc-0001', 'no-host')).toEqual([30]);
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([30 + 1440 + 30]);
  });

  test('during which Microsoft was away but back at its end succeeds', () => {
    const result = runMak({ groups: { pc: PC }, timeline: [down('microsoft', 10, 20)] });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([30]);
  });

  test('finds an empty pool only when it ends, and is made again after a day', () => {
    const result = runMak({
      duration: days(2),
      keys: { mak: pool(1) },
      groups: { pc: { ...PC, count: 2 } },
      timeline: [raise(100, 1)],
    });
    expect(result.of('pc-0002').find(({ event }) => event === 'key-exhausted')).toMatchObject({
      minute: 60,
      code: '0xC004C020',
    });
    expect(minutesOf(result, 'pc-0002', 'activated')).toEqual([60 + 1440 + 30]);
  });
});

describe('the queue at the telephone', () => {
  test.each([
    [1, [30, 60, 90, 120, 150]],
    [2, [30, 30, 60, 60, 90]],
    [3, [30, 30, 30, 60, 60]],
    [9, [30, 30, 30, 30, 30]],
  ])('of %s administrators serves five machines in the order asked', (telephoneAgents, ends) => {
    const result = runMak({ rules: { telephoneAgents }, groups: { pc: { ...PC, count: 5 } } });
    expect(result.brief('activated')).toEqual(
      ends.map((end, index) => `${end} activated pc-000${index + 1}`),
    );
  });

  test('goes by the minute of asking, not by the order of groups', () => {
    const groups = {
      late: { ...PC, install: at(12) },
      early: { ...PC, install: at(5) },
      first: { ...PC, install: at(0) },
    };
    expect(runMak({ groups }).brief('activated')).toEqual([
      '30 activated first-0001',
      '60 activated early-0001',
      '90 activated late-0001',
    ]);
  });

  test('is shared with the hosts, which ask before the machines of the same minute', () => {
    const result = runMak({
      keys: { mak: pool(9), 'kms-key': KMS_KEY },
      hosts: { 'kms-1': { activateBy: 'telephone' }, 'kms-2': { activateBy: 'telephone', online: 40 } },
      groups: { pc: { ...PC, count: 3 } },
    });
    // kms-1 and the three machines ask in minute 0, kms-2 in minute 40.
    expect(result.brief('host-activated', 'activated')).toEqual([
      '30 host-activated kms-1',
      '60 activated pc-0001',
      '90 activated pc-0002',
      '120 activated pc-0003',
      '150 host-activated kms-2',
    ]);
  });

  test('is shared with a VAMT', () => {
    const result = runMak({
      vamts: {
        vamt: { network: 'core', every: 10, via: 'telephone', roundTrip: 0, keepsConfirmations: true },
      },
      groups: {
        pc: { ...PC, count: 2 },
        lab: { method: { type: 'mak-proxy', key: 'mak', vamt: 'vamt' } },
      },
    });
    // The VAMT asks in minute 10, behind the two machines.
    expect(result.brief('activated')).toEqual([
      '30 activated pc-0001',
      '60 activated pc-0002',
      '90 activated lab-0001',
    ]);
  });

  test('moves on without idling when a call has ended in vain', () => {
    const timeline = [down('microsoft', 20, 20)];
    const result = runMak({ duration: days(2), groups: { pc: { ...PC, count: 2 } }, timeline });
    expect(result.brief('activated')).toEqual(['60 activated pc-0002', '1500 activated pc-0001']);
  });
});

describe('office hours', () => {
  const hours = { ...PC, uptime: OFFICE_HOURS };

  test('a call begins only while the machine is on, and ends whenever it ends', () => {
    // On until 18:00, minute 1080. The first call runs from 1075 to 1105; the second can begin at 08:00.
    const result = runMak({ duration: days(2), groups: { pc: { ...hours, count: 2, install: at(1075) } } });
    expect(result.brief('activated')).toEqual(['1105 activated pc-0001', '1950 activated pc-0002']);
  });

  test('a machine that has gone home does not keep the next from the telephone', () => {
    const groups = {
      day: { ...hours, count: 2, install: at(1075) },
      night: { ...PC, install: at(1080) },
    };
    const result = runMak({ duration: days(2), groups });
    expect(result.brief('activated')).toEqual([
      '1105 activated day-0001',
      '1135 activated night-0001',
      '1950 activated day-0002',
    ]);
  });

  test('machines installed at night queue from the morning on', () => {
    const result = runMak({ groups: { pc: { ...hours, count: 3 } } });
    expect(result.brief('activated').map((line) => line.split(' ')[0])).toEqual(['510', '540', '570']);
  });
});
