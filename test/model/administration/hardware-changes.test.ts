import { describe, expect, test } from 'vitest';
import type { GroupParameters, HardwarePart } from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import {
  BY_INTERNET,
  BY_TELEPHONE,
  booksOf,
  changes,
  conditionsOf,
  down,
  KMS_KEY,
  messagesOf,
  OFFICE_HOURS,
  pool,
  retire,
} from '../mak/sketches.ts';
import { EASY, minutesOf, run, storyOf } from '../queries.ts';

const MAK: Partial<GroupParameters> = { method: BY_INTERNET };

/** One computer, alone enough for its host, whose part is replaced after three days. */
const changed = (part: HardwarePart, pc: Partial<GroupParameters>, sketch: EstateSketch = {}) =>
  run({
    duration: days(5),
    rules: EASY,
    keys: { 'kms-key': KMS_KEY, mak: pool(100) },
    groups: { pc: { hardwareChange: changes(days(3), part), ...pc } },
    ...sketch,
  });

const codeOf = (result: ReturnType<typeof run>) =>
  result.of('pc-0001').find(({ event }) => event === 'condition')?.code;

describe('a KMS client', () => {
  test('whose disk is replaced is out of tolerance and activated again in the same minute', () => {
    const result = changed('disk', {});
    expect(storyOf(result, 'pc-0001').slice(2)).toEqual([
      `${days(3)} hardware-changed`,
      `${days(3)} condition`,
      `${days(3)} activated`,
    ]);
    expect(codeOf(result)).toBe('0xC004F00F');
    const { history } = result.simulation.estate;
    expect(history.activations(result.machine('pc-0001'))).toBe(2);
  });

  test.each(['motherboard', 'minor'] as const)('does not mind a new %s', (part) => {
    const result = changed(part, {});
    expect(storyOf(result, 'pc-0001').slice(2)).toEqual([`${days(3)} hardware-changed`]);
  });

  test('renews a renewal interval after it was activated again', () => {
    const result = changed('disk', { hardwareChange: changes(days(8), 'disk') }, { duration: days(16) });
    // Activated on day 0 and 8, renewed on day 7 and 15.
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([0, days(8)]);
    expect(minutesOf(result, 'pc-0001', 'renewed')).toEqual([days(7), days(15)]);
  });

  test('without a host has 30 days of OOTGrace and then its end state', () => {
    const sketch = { duration: days(60), timeline: [down('kms-1', days(1), null)] };
    const ends = (os: GroupParameters['os']) => conditionsOf(changed('disk', { os }, sketch)).slice(2);
    expect(ends('vista-business-sp1')).toEqual([`${days(3)} OOTGrace`, `${days(33)} Notification`]);
    expect(ends('vista-business')).toEqual([`${days(3)} OOTGrace`, `${days(33)} Unlicensed`]);
    expect(ends('server-2008-standard')).toEqual([`${days(3)} OOTGrace`, `${days(33)} Notification`]);
  });

  test('is Licensed again at its next try when the host is back', () => {
    const timeline = [down('kms-1', days(1), days(2) + 100)];
    // In vain in the minute of the change, with success 2 hours later.
    expect(conditionsOf(changed('disk', {}, { timeline })).slice(2)).toEqual([
      `${days(3)} OOTGrace`,
      `${days(3) + 120} Licensed`,
    ]);
  });

  test('gets no longer grace by another change during its OOTGrace', () => {
    const timeline = [down('kms-1', days(1), null)];
    const result = changed('disk', {}, { duration: days(60), timeline });
    // Changes on day 3, 6, 9 ...
    expect(minutesOf(result, 'pc-0001', 'hardware-changed').length).toBe(19);
    expect(conditionsOf(result).slice(2)).toEqual([`${days(3)} OOTGrace`, `${days(33)} Notification`]);
  });

  test('in OOBGrace keeps the deadline that it has', () => {
    const result = changed('disk', {}, { duration: days(40), hosts: {} });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Notification`]);
  });
});

describe('a MAK machine', () => {
  test.each(['disk', 'motherboard'] as const)('needs another activation after a new %s', (part) => {
    const result = changed(part, MAK);
    expect(storyOf(result, 'pc-0001').slice(3)).toEqual([
      `${days(3)} hardware-changed`,
      `${days(3)} condition`,
      `${days(3)} message`,
      `${days(3)} activated`,
    ]);
    expect(codeOf(result)).toBe('0xC004F00F');
    expect(messagesOf(result).at(-1)).toBe(`${days(3)} pc-0001 mak-reactivation internet accepted`);
    expect(booksOf(result).used).toBe(2);
  });

  test('does not mind a minor change', () => {
    const result = changed('minor', MAK);
    expect(storyOf(result, 'pc-0001').at(-1)).toBe(`${days(3)} hardware-changed`);
    expect(booksOf(result).used).toBe(1);
  });

  test('does not mind a new disk where the policy says so, but a new motherboard', () => {
    const rules = { ...EASY, makDiskOutOfTolerance: false };
    expect(booksOf(changed('disk', MAK, { rules })).used).toBe(1);
    expect(booksOf(changed('motherboard', MAK, { rules })).used).toBe(2);
  });

  test('that calls is out of tolerance until the call ends', () => {
    const result = changed('disk', { method: BY_TELEPHONE });
    expect(conditionsOf(result)).toEqual([
      '0 OOBGrace',
      '30 Licensed',
      `${days(3)} OOTGrace`,
      `${days(3) + 30} Licensed`,
    ]);
  });

  test('that does not reach Microsoft has 30 days of OOTGrace and then its end state', () => {
    const sketch = { duration: days(60), timeline: [down('microsoft', days(1), null)] };
    expect(conditionsOf(changed('motherboard', MAK, sketch)).slice(2)).toEqual([
      `${days(3)} OOTGrace`,
      `${days(33)} Notification`,
    ]);
  });

  test('that finds its pool empty has 30 days of OOTGrace and then its end state', () => {
    const sketch = { duration: days(60), keys: { mak: pool(1) }, hosts: {} };
    const result = changed('motherboard', MAK, sketch);
    expect(conditionsOf(result).slice(2)).toEqual([`${days(3)} OOTGrace`, `${days(33)} Notification`]);
  });

  test('is Licensed again at its next try when Microsoft is back', () => {
    const timeline = [down('microsoft', days(1), days(10))];
    // In vain on the days 3 to 10, with success on day 11.
    expect(conditionsOf(changed('disk', MAK, { duration: days(12), timeline })).slice(2)).toEqual([
      `${days(3)} OOTGrace`,
      `${days(11)} Licensed`,
    ]);
  });
});

describe('a change of hardware', () => {
  test('that is due while the machine is off happens in the first minute of its next presence', () => {
    const result = changed('disk', { uptime: OFFICE_HOURS });
    // Installed at 0:00 and so due at 0:00 of day 3.
    expect(minutesOf(result, 'pc-0001', 'hardware-changed')).toEqual([days(3) + 480]);
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([480, days(3) + 480]);
  });

  test('is counted from the installation and comes again and again', () => {
    const install = { at: 100, over: 0, order: 'even' } as const;
    const result = changed('minor', { install }, { duration: days(10) });
    expect(minutesOf(result, 'pc-0001', 'hardware-changed')).toEqual([3, 6, 9].map((n) => days(n) + 100));
  });

  test('is not known of a machine that was retired', () => {
    const result = changed('disk', {}, { timeline: [retire(days(2), null)] });
    expect(minutesOf(result, 'pc-0001', 'hardware-changed')).toEqual([]);
  });
});
