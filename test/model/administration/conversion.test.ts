import { describe, expect, test } from 'vitest';
import { NEVER } from '../../../src/engine/time.ts';
import { days, type EstateSketch } from '../estate.ts';
import {
  BY_INTERNET,
  BY_TELEPHONE,
  booksOf,
  byProxy,
  conditionsOf,
  convert,
  down,
  KMS_KEY,
  messagesOf,
  OFFICE_HOURS,
  pool,
  VAMT,
} from '../mak/sketches.ts';
import { EASY, minutesOf, run, storyOf } from '../queries.ts';

/** A host, a MAK and a VAMT, and one computer that is enough for the host. */
const runBoth = (sketch: EstateSketch) =>
  run({
    duration: days(5),
    rules: EASY,
    keys: { 'kms-key': KMS_KEY, mak: pool(100) },
    vamts: { vamt: VAMT },
    groups: { pc: {} },
    ...sketch,
  });

describe('from KMS to MAK', () => {
  test('a machine is activated at once with one activation of the pool', () => {
    const result = runBoth({ timeline: [convert(days(3), BY_INTERNET)] });
    expect(storyOf(result, 'pc-0001').slice(2)).toEqual([`${days(3)} converted`, `${days(3)} message`]);
    expect(messagesOf(result).at(-1)).toBe(`${days(3)} pc-0001 mak-activation internet accepted`);
    expect(booksOf(result).used).toBe(1);
  });

  test('a machine was Licensed and is, now without end', () => {
    const result = runBoth({ duration: days(400), timeline: [convert(days(3), BY_INTERNET)] });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', '0 Licensed']);
    const machine = result.machine('pc-0001');
    expect(result.simulation.estate.licenses.licensedUntil(machine)).toBe(NEVER);
    expect(result.simulation.estate.history.activations(machine)).toBe(1);
    expect(minutesOf(result, 'pc-0001', 'renewed')).toEqual([]);
  });

  test('a machine’s CMID ages out of the count 30 days after its last request', () => {
    const groups = { pc: { count: 5, os: 'server-2008-standard' } } as const;
    const timeline = [convert(days(10), BY_INTERNET)];
    const result = runBoth({ duration: days(40), rules: {}, groups, timeline });
    // The fifth asked last on day 7, 0:00, the other four two hours later: gone on day 37, 0:00 and 02:00.
    expect(result.dailyCounts['kms-1'].slice(0, 37)).toEqual(new Array(37).fill(5));
    expect(result.dailyCounts['kms-1'].slice(37)).toEqual([0, 0, 0]);
  });

  test('those left behind lose the count that the converted made', () => {
    const groups = { pc: { count: 20 }, rest: { count: 24 } };
    const rules = { vistaThreshold: 25 };
    const result = runBoth({ duration: days(60), rules, groups, timeline: [convert(days(1), BY_INTERNET)] });
    expect(result.dailyCounts['kms-1'][29]).toBe(44);
    expect(result.dailyCounts['kms-1'][31]).toBe(24);
    const renewed = result.lines.filter(({ event, minute }) => event === 'renewed' && minute > days(31));
    expect(renewed).toEqual([]);
  });

  test('a machine that does not reach Microsoft keeps its KMS license until its deadline', () => {
    const timeline = [down('microsoft', days(1), null), convert(days(3), BY_INTERNET)];
    const result = runBoth({ duration: days(220), timeline });
    expect(conditionsOf(result).slice(2)).toEqual([`${days(180)} OOTGrace`, `${days(210)} Notification`]);
    expect(minutesOf(result, 'pc-0001', 'no-host').slice(0, 3)).toEqual([3, 4, 5].map(days));
  });

  test('a machine in Notification is Licensed at once', () => {
    const timeline = [convert(days(40), BY_INTERNET)];
    const result = runBoth({ duration: days(50), hosts: {}, timeline });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Notification`, `${days(40)} Licensed`]);
  });

  test('by telephone machines are called for one after the other', () => {
    const groups = { pc: { count: 3 } };
    const result = runBoth({ hosts: {}, groups, timeline: [convert(days(3), BY_TELEPHONE)] });
    expect(minutesOf(result, 'pc-0003', 'activated')).toEqual([days(3) + 90]);
  });

  test('a machine that is off tries in the first minute of its next presence', () => {
    const groups = { pc: { uptime: OFFICE_HOURS } };
    const result = runBoth({ groups, timeline: [convert(days(3), BY_INTERNET)] });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([480]);
    expect(minutesOf(result, 'pc-0001', 'message')).toEqual([days(3) + 480]);
  });

  test('machines that are installed later come with the new method', () => {
    const groups = { pc: { count: 2, install: { at: 0, over: days(4), order: 'even' } } } as const;
    const result = runBoth({ groups, timeline: [convert(days(1), BY_INTERNET)] });
    // The second comes on day 2.
    expect(storyOf(result, 'pc-0002')[1]).toBe(`${days(2)} message`);
    expect(booksOf(result).used).toBe(2);
  });
});

describe('from MAK to KMS', () => {
  const pc = { method: BY_INTERNET };

  test('a machine loses the MAK’s license, and is activated by a host in the same minute', () => {
    const result = runBoth({ groups: { pc }, timeline: [convert(days(3), { type: 'kms' })] });
    expect(conditionsOf(result)).toEqual([
      '0 OOBGrace',
      '0 Licensed',
      `${days(3)} OOBGrace`,
      `${days(3)} Licensed`,
    ]);
    expect(result.simulation.estate.licenses.licensedUntil(result.machine('pc-0001'))).toBe(days(183));
  });

  test('a machine that no host activates ends in Notification after OOBGrace in full', () => {
    const result = runBoth({
      duration: days(50),
      hosts: {},
      groups: { pc },
      timeline: [convert(days(3), { type: 'kms' })],
    });
    expect(conditionsOf(result).slice(2)).toEqual([`${days(3)} OOBGrace`, `${days(33)} Notification`]);
  });

  test('a machine that was not activated yet keeps the deadline that it has', () => {
    const result = runBoth({
      duration: days(50),
      hosts: {},
      keys: { mak: pool(0) },
      groups: { pc },
      timeline: [convert(days(3), { type: 'kms' })],
    });
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', `${days(30)} Notification`]);
    expect(minutesOf(result, 'pc-0001', 'refused')).toEqual([days(1), days(2)]);
  });

  test('and back, a machine takes another activation', () => {
    const timeline = [convert(days(1), { type: 'kms' }), convert(days(2), BY_INTERNET)];
    const result = runBoth({ groups: { pc }, timeline });
    expect(booksOf(result).used).toBe(2);
    expect(messagesOf(result).at(-1)).toBe(`${days(2)} pc-0001 mak-reactivation internet accepted`);
  });
});

describe('to a proxy', () => {
  test('a KMS client is activated in the next round and Licensed all the time', () => {
    const result = runBoth({ timeline: [convert(700, byProxy())] });
    expect(minutesOf(result, 'pc-0001', 'activated')).toEqual([0]);
    expect(booksOf(result).used).toBe(1);
    expect(conditionsOf(result)).toEqual(['0 OOBGrace', '0 Licensed']);
  });

  test('a machine in Notification is Licensed in the next round', () => {
    const timeline = [convert(days(40) + 1, byProxy())];
    const result = runBoth({ duration: days(50), hosts: {}, timeline });
    // 40 days are 96 rounds.
    expect(conditionsOf(result).at(-1)).toBe(`${days(40) + 600} Licensed`);
  });
});

describe('to none', () => {
  const none = { type: 'none' } as const;

  test('a KMS client tries no more and keeps its license to the deadline', () => {
    const result = runBoth({ duration: days(220), timeline: [convert(days(3), none)] });
    expect(storyOf(result, 'pc-0001').slice(2)).toEqual([
      `${days(3)} converted`,
      `${days(180)} condition`,
      `${days(210)} condition`,
    ]);
  });

  test('a MAK machine loses its license with its key', () => {
    const groups = { pc: { method: BY_INTERNET } };
    const result = runBoth({ duration: days(400), groups, timeline: [convert(days(3), none)] });
    expect(conditionsOf(result).slice(1)).toEqual([
      '0 Licensed',
      `${days(3)} OOBGrace`,
      `${days(33)} Notification`,
    ]);
  });
});
