import { describe, expect, test } from 'vitest';
import type {
  GenuineResult,
  GroupParameters,
  TimelineEntry,
} from '../../../src/model/definitions/parameters.ts';
import { days, type EstateSketch } from '../estate.ts';
import {
  BY_INTERNET,
  booksOf,
  conditionsOf,
  convert,
  down,
  KMS_KEY,
  OFFICE_HOURS,
  pool,
  rebuild,
  retire,
} from '../mak/sketches.ts';
import { EASY, minutesOf, run } from '../queries.ts';

const validate = (at: number, result: GenuineResult): TimelineEntry => ({
  at,
  type: 'validate',
  group: 'pc',
  result,
});
const FOUND = { validate: days(10), result: 'non-genuine' } as const;

/** One computer, alone enough for its host, found Non-Genuine on day 10. */
const found = (pc: Partial<GroupParameters> = {}, sketch: EstateSketch = {}) =>
  run({
    duration: days(60),
    rules: EASY,
    keys: { 'kms-key': KMS_KEY, mak: pool(100) },
    groups: { pc: { genuine: FOUND, ...pc } },
    ...sketch,
  });

describe('Vista that is found Non-Genuine', () => {
  test.each([
    ['vista-business-sp1', 'Notification'],
    ['vista-enterprise', 'Unlicensed'],
  ] as const)('on %s has 30 days of NonGenuineGrace, then %s, though it is activated', (os, endState) => {
    const result = found({ os });
    expect(conditionsOf(result)).toEqual([
      '0 OOBGrace',
      '0 Licensed',
      `${days(10)} NonGenuineGrace`,
      `${days(40)} ${endState}`,
    ]);
    expect(result.of('pc-0001').find(({ event }) => event === 'condition')?.code).toBe('0xC004F064');
  });

  test('goes on renewing underneath and has what that earned when it is found genuine', () => {
    const result = found({}, { duration: days(300), timeline: [validate(days(200), 'genuine')] });
    // Renewals every 7 days kept a license that would have lapsed on day 180.
    expect(minutesOf(result, 'pc-0001', 'renewed').length).toBe(42);
    expect(conditionsOf(result).slice(3)).toEqual([`${days(40)} Notification`, `${days(200)} Licensed`]);
    expect(result.simulation.estate.licenses.licensedUntil(result.machine('pc-0001'))).toBe(days(294 + 180));
  });

  test('is not let out when its activation has lapsed meanwhile: only an activated machine can be Genuine', () => {
    const lost = (day: number) =>
      found({}, { duration: days(300), timeline: [down('kms-1', 1, null), validate(days(day), 'genuine')] });
    // Activated in minute 0 alone: lapsed on day 180, ended on day 210.
    expect(conditionsOf(lost(179)).slice(3)).toEqual([
      `${days(40)} Notification`,
      `${days(179)} Licensed`,
      `${days(180)} OOTGrace`,
      `${days(210)} Notification`,
    ]);
    for (const day of [190, 220]) {
      expect(conditionsOf(lost(day)).slice(4)).toEqual([]);
      expect(minutesOf(lost(day), 'pc-0001', 'not-validated')).toEqual([days(day)]);
    }
  });

  test('is not let out by being activated', () => {
    const timeline = [validate(days(10), 'non-genuine'), convert(days(20), BY_INTERNET)];
    const result = found({ genuine: null }, { hosts: {}, timeline });
    // Microsoft activated it, but it did not become Licensed.
    expect(minutesOf(result, 'pc-0001', 'message')).toEqual([days(20)]);
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([]);
    expect(conditionsOf(result)).toEqual([
      '0 OOBGrace',
      `${days(10)} NonGenuineGrace`,
      // Settled at the validation: no later than the OOBGrace that it had.
      `${days(30)} Notification`,
    ]);
    expect(result.simulation.estate.history.activations(result.machine('pc-0001'))).toBe(0);
  });

  test.each([15, 35])('and is not activated cannot be found genuine (day %i)', (day) => {
    const timeline = [validate(days(10), 'non-genuine'), validate(days(day), 'genuine')];
    const result = found({ genuine: null }, { hosts: {}, timeline });
    // OOBGrace would have ended on day 30, and so does NonGenuineGrace.
    expect(conditionsOf(result)).toEqual([
      '0 OOBGrace',
      `${days(10)} NonGenuineGrace`,
      `${days(30)} Notification`,
    ]);
    expect(minutesOf(result, 'pc-0001', 'not-validated')).toEqual([days(day)]);
  });

  test('in its end state stays there, is Non-Genuine besides, and no activation lets it out', () => {
    const timeline = [
      validate(days(40), 'non-genuine'),
      convert(days(45), BY_INTERNET),
      validate(days(50), 'genuine'),
    ];
    const result = found({ genuine: null }, { hosts: {}, timeline });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Notification`, `${days(50)} Licensed`]);
    expect(minutesOf(result, 'pc-0001', 'message')).toEqual([days(45)]);
  });

  test('and found genuine in its grace has nothing to fear from the end of that', () => {
    const result = found({}, { timeline: [validate(days(20), 'genuine')] });
    expect(conditionsOf(result).slice(2)).toEqual([`${days(10)} NonGenuineGrace`, `${days(20)} Licensed`]);
  });

  test('a second time gets no second grace', () => {
    const result = found({}, { timeline: [validate(days(30), 'non-genuine')] });
    expect(minutesOf(result, 'pc-0001', 'validated')).toEqual([days(10), days(30)]);
    expect(conditionsOf(result).at(-1)).toBe(`${days(40)} Notification`);
  });

  test('a second time, after it was found genuine, gets a new grace', () => {
    const timeline = [validate(days(20), 'genuine'), validate(days(25), 'non-genuine')];
    // The end of the first grace, on day 40, is no longer one.
    expect(conditionsOf(found({}, { timeline })).slice(2)).toEqual([
      `${days(10)} NonGenuineGrace`,
      `${days(20)} Licensed`,
      `${days(25)} NonGenuineGrace`,
      `${days(55)} Notification`,
    ]);
  });

  test('and MAK-activated keeps its activation', () => {
    const result = found({ method: BY_INTERNET }, { timeline: [validate(days(50), 'genuine')] });
    expect(conditionsOf(result).slice(3)).toEqual([`${days(40)} Notification`, `${days(50)} Licensed`]);
    expect(booksOf(result).used).toBe(1);
  });

  test('and rearmed at expiry has OOBGrace instead of the end state, and stays Non-Genuine', () => {
    const pc = { method: { type: 'none' }, rearm: 'at-expiry' } as const;
    const result = found(pc, { duration: days(200), timeline: [validate(days(100), 'genuine')] });
    // Vista Enterprise is rearmed on the days 30, 60, 90, 120 and 150; the last OOBGrace ends on day 180.
    expect(minutesOf(result, 'pc-0001', 'rearmed')).toEqual([30, 60, 90, 120, 150].map(days));
    expect(minutesOf(result, 'pc-0001', 'condition')).toEqual([days(180)]);
    expect(conditionsOf(result).at(-1)).toBe(`${days(180)} Notification`);
  });
});

describe('a validation', () => {
  test('that finds a machine genuine changes nothing for one that is', () => {
    const result = found({ genuine: { validate: days(10), result: 'genuine' } });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', '0 Licensed']);
    expect(minutesOf(result, 'pc-0001', 'validated')).toEqual([days(10)]);
  });

  test('that is due while the machine is off happens in the first minute of its next presence', () => {
    expect(conditionsOf(found({ uptime: OFFICE_HOURS })).slice(2)).toEqual([
      `${days(10) + 480} NonGenuineGrace`,
      `${days(40) + 480} Notification`,
    ]);
  });

  test('needs Microsoft within reach: else nothing happens but an event', () => {
    for (const unreachable of [
      { networks: { core: { internet: false } }, hosts: { 'kms-1': { activateBy: 'telephone' } } },
      { timeline: [down('microsoft', days(10), 60)] },
      { timeline: [down('internet', days(10), 60)] },
    ] as const) {
      const result = found({}, unreachable);
      expect(minutesOf(result, 'pc-0001', 'not-validated')).toEqual([days(10)]);
      expect(result.of('pc-0001').find(({ event }) => event === 'not-validated')?.code).toBe('0x80072EE7');
      expect(conditionsOf(result).at(-1)).toMatch(/Licensed$/);
    }
  });

  test('happens at the installation of a machine that comes later', () => {
    const install = { at: days(12), over: 0, order: 'even' } as const;
    expect(conditionsOf(found({ install }))).toEqual([
      `${days(12)} OOBGrace`,
      `${days(12)} Licensed`,
      `${days(12)} NonGenuineGrace`,
      `${days(42)} Notification`,
    ]);
  });

  test('is not made of machines that are not installed yet or were retired', () => {
    const install = { at: 0, over: days(40), order: 'even' } as const;
    const timeline = [retire(days(5), 1), validate(days(6), 'non-genuine')];
    // Of four, due on the days 0, 10, 20 and 30, the first is retired before day 6 and the rest come after it.
    const result = found({ count: 4, install, genuine: null }, { timeline });
    expect(result.brief('validated')).toEqual([]);
  });

  test('is forgotten by a rebuild', () => {
    for (const day of [20, 50]) {
      const result = found({}, { timeline: [rebuild(days(day))] });
      expect(conditionsOf(result).slice(-2)).toEqual([`${days(day)} OOBGrace`, `${days(day)} Licensed`]);
    }
  });

  test('that found a machine Non-Genuine has no effect on it any more when it was retired', () => {
    const result = found({}, { timeline: [retire(days(20), null)] });
    expect(result.of('pc-0001').at(-1)).toMatchObject({ event: 'retired', condition: 'NonGenuineGrace' });
  });

  test('takes as long to end as the policy says', () => {
    const rules = { ...EASY, nonGenuineGrace: days(3) };
    expect(conditionsOf(found({}, { rules })).at(-1)).toBe(`${days(13)} Notification`);
  });
});
