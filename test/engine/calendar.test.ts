import { describe, expect, test } from 'vitest';
import { Calendar, type CalendarOptions, NO_EVENT } from '../../src/engine/calendar.ts';
import { type CalendarContract, SortedCalendar } from './sorted-calendar.ts';

/** One contract, several calendars. */
const CALENDARS: readonly (readonly [string, (options: CalendarOptions) => CalendarContract])[] = [
  ['the wheel', (options) => new Calendar(options)],
  ['the wheel with pages of 1 minute', (options) => new Calendar({ ...options, pageMinutes: 1 })],
  ['the wheel with pages of 7 minutes', (options) => new Calendar({ ...options, pageMinutes: 7 })],
  ['the sorted array', (options) => new SortedCalendar(options)],
];

/** Takes all that is pending: `minute.phase kind:subject` each. */
function takeAll(calendar: CalendarContract): string[] {
  const taken: string[] = [];
  while (calendar.take())
    taken.push(`${calendar.now}.${calendar.phase} ${calendar.kind}:${calendar.subject}`);
  return taken;
}

describe.each(CALENDARS)('%s', (_name, make) => {
  test('takes nothing when nothing is scheduled', () => {
    const calendar = make({ phases: 3, end: 100 });
    expect(calendar.take()).toBe(false);
    expect(calendar.pending).toBe(0);
  });

  test('takes events in order of the minute', () => {
    const calendar = make({ phases: 3, end: 100 });
    for (const minute of [50, 3, 99, 0, 14]) calendar.schedule(minute, 0, 1, minute);
    expect(takeAll(calendar)).toEqual(['0.0 1:0', '3.0 1:3', '14.0 1:14', '50.0 1:50', '99.0 1:99']);
  });

  test('takes events of one minute in order of the phase', () => {
    const calendar = make({ phases: 3, end: 100 });
    for (const phase of [2, 0, 1]) calendar.schedule(20, phase, 0, phase);
    expect(takeAll(calendar)).toEqual(['20.0 0:0', '20.1 0:1', '20.2 0:2']);
  });

  test('takes events of one minute and phase in the order in which they were scheduled', () => {
    const calendar = make({ phases: 2, end: 100 });
    for (const subject of [5, 1, 4, 2]) calendar.schedule(20, 1, 0, subject);
    expect(takeAll(calendar)).toEqual(['20.1 0:5', '20.1 0:1', '20.1 0:4', '20.1 0:2']);
  });

  test('keeps that order between what was scheduled long before and what was just now', () => {
    const calendar = make({ phases: 1, end: 100 });
    calendar.schedule(40, 0, 0, 1);
    calendar.schedule(39, 0, 0, 0);
    calendar.take();
    calendar.schedule(40, 0, 0, 2);
    expect(takeAll(calendar)).toEqual(['40.0 0:1', '40.0 0:2']);
  });

  test('takes what a handler schedules for its own minute and phase after all that is there', () => {
    const calendar = make({ phases: 2, end: 100 });
    calendar.schedule(20, 1, 0, 1);
    calendar.schedule(20, 1, 0, 2);
    calendar.take();
    calendar.schedule(20, 1, 0, 3);
    calendar.schedule(21, 0, 0, 4);
    expect(takeAll(calendar)).toEqual(['20.1 0:2', '20.1 0:3', '21.0 0:4']);
  });

  test('takes what is scheduled for its own minute when it was the last event', () => {
    const calendar = make({ phases: 2, end: 100 });
    calendar.schedule(20, 0, 0, 1);
    calendar.take();
    calendar.schedule(20, 0, 0, 2);
    calendar.schedule(20, 1, 0, 3);
    expect(takeAll(calendar)).toEqual(['20.0 0:2', '20.1 0:3']);
  });

  test('goes on after it had run empty', () => {
    const calendar = make({ phases: 2, end: 100 });
    calendar.schedule(20, 1, 0, 1);
    expect(takeAll(calendar)).toEqual(['20.1 0:1']);
    calendar.schedule(20, 1, 0, 2);
    calendar.schedule(90, 0, 0, 3);
    expect(takeAll(calendar)).toEqual(['20.1 0:2', '90.0 0:3']);
  });

  test('refuses an event before the minute of the one taken last', () => {
    const calendar = make({ phases: 2, end: 100 });
    calendar.schedule(20, 0, 0, 1);
    calendar.take();
    expect(() => calendar.schedule(19, 1, 7, 1)).toThrow(RangeError);
    expect(calendar.pending).toBe(0);
  });

  test('refuses an earlier phase of the minute of the event taken last', () => {
    const calendar = make({ phases: 2, end: 100 });
    calendar.schedule(20, 1, 0, 1);
    calendar.take();
    expect(() => calendar.schedule(20, 0, 7, 1)).toThrow(RangeError);
    expect(calendar.pending).toBe(0);
  });

  test('passes over an event that was canceled', () => {
    const calendar = make({ phases: 2, end: 100 });
    calendar.schedule(20, 0, 0, 1);
    const near = calendar.schedule(20, 0, 0, 2);
    const far = calendar.schedule(80, 0, 0, 3);
    calendar.schedule(81, 0, 0, 4);
    calendar.cancel(near);
    calendar.cancel(far);
    expect(calendar.pending).toBe(2);
    expect(takeAll(calendar)).toEqual(['20.0 0:1', '81.0 0:4']);
  });

  test('lets the time stand where it is when only canceled events are left', () => {
    const calendar = make({ phases: 2, end: 100 });
    calendar.schedule(20, 0, 0, 1);
    calendar.cancel(calendar.schedule(60, 0, 0, 2));
    expect(takeAll(calendar)).toEqual(['20.0 0:1']);
    expect(calendar.now).toBe(20);
    calendar.schedule(30, 0, 0, 3);
    calendar.schedule(60, 0, 0, 4);
    expect(takeAll(calendar)).toEqual(['30.0 0:3', '60.0 0:4']);
  });

  test('keeps the last minute before the end and drops the end and what comes after', () => {
    const calendar = make({ phases: 2, end: 100 });
    expect(calendar.schedule(100, 0, 0, 1)).toBe(NO_EVENT);
    expect(calendar.schedule(1_000_000, 0, 0, 2)).toBe(NO_EVENT);
    calendar.schedule(99, 1, 0, 3);
    expect(calendar.pending).toBe(1);
    expect(takeAll(calendar)).toEqual(['99.1 0:3']);
  });

  test('has nothing to cancel for an event that was dropped', () => {
    const calendar = make({ phases: 2, end: 100 });
    calendar.schedule(50, 0, 0, 1);
    calendar.cancel(NO_EVENT);
    expect(calendar.pending).toBe(1);
    expect(takeAll(calendar)).toEqual(['50.0 0:1']);
  });

  test('counts what is pending', () => {
    const calendar = make({ phases: 1, end: 100 });
    const first = calendar.schedule(10, 0, 0, 1);
    calendar.schedule(11, 0, 0, 2);
    calendar.schedule(12, 0, 0, 3);
    expect(calendar.pending).toBe(3);
    calendar.cancel(first);
    expect(calendar.pending).toBe(2);
    calendar.take();
    expect(calendar.pending).toBe(1);
  });

  test('carries the largest kind and subjects of 31 bits', () => {
    const calendar = make({ phases: 1, end: 100 });
    calendar.schedule(10, 0, 254, 0x7fffffff);
    calendar.schedule(10, 0, 0, 0);
    expect(takeAll(calendar)).toEqual([`10.0 254:${0x7fffffff}`, '10.0 0:0']);
  });

  test('holds more events than it made room for at first', () => {
    const calendar = make({ phases: 1, end: 100 });
    for (let subject = 0; subject < 3000; subject += 1) calendar.schedule(99 - (subject % 50), 0, 0, subject);
    const taken = takeAll(calendar);
    expect(taken.length).toBe(3000);
    // The last minute received the subjects 0, 50, 100, ...
    expect(taken.slice(-60)).toEqual(Array.from({ length: 60 }, (_, index) => `99.0 0:${index * 50}`));
  });

  test('keeps light events in order among others, and withdraws them by their subject', () => {
    const calendar = make({ phases: 2, end: 100 });
    const rows = { rows: new Int32Array(8), rowBits: 0 };
    const light = calendar.addLight({ kind: 9, phase: 1, places: { ...rows, column: 0 }, reads: [rows] });
    calendar.schedule(20, 1, 0, 1);
    for (const subject of [3, 0, 2]) calendar.scheduleLight(light, 20, subject);
    calendar.schedule(20, 1, 0, 2);
    calendar.scheduleLight(light, 80, 1);
    calendar.cancelLight(light, 0);
    calendar.cancelLight(light, 0);
    expect(calendar.pending).toBe(5);
    expect(takeAll(calendar)).toEqual(['20.1 0:1', '20.1 9:3', '20.1 9:2', '20.1 0:2', '80.1 9:1']);
    calendar.cancelLight(light, 1);
    expect(calendar.pending).toBe(0);
  });
});

describe('events that wait long among many that do not', () => {
  test('are passed over when places are used again, and come out in order', () => {
    const calendar = new Calendar({ phases: 1, end: 10_000 });
    const late = Array.from({ length: 600 }, (_, subject) => subject);
    // Between any two that wait one comes and goes, so that free places and occupied ones alternate at first.
    for (const subject of late) {
      calendar.schedule(9000 + (subject % 7), 0, 1, subject);
      calendar.schedule(0, 0, 0, subject);
      calendar.take();
    }
    const seen: number[] = [];
    for (let round = 0; round < 50; round += 1) calendar.schedule(1 + (round % 3), 0, 2, round);
    for (let count = 0; count < 20_000; count += 1) {
      calendar.take();
      seen.push(calendar.subject);
      expect(calendar.kind).toBe(2);
      calendar.schedule(calendar.now + 3, 0, 2, calendar.subject);
    }
    // Each of the fifty comes back in every third minute in the order of its first one.
    const firstRound = [0, 1, 2].flatMap((rest) =>
      [...Array(50).keys()].filter((round) => round % 3 === rest),
    );
    expect(seen).toEqual(Array.from({ length: 20_000 }, (_, index) => firstRound[index % 50]));
    const waited: string[] = [];
    while (calendar.take()) {
      if (calendar.kind === 1) waited.push(`${calendar.now}:${calendar.subject}`);
    }
    const inOrder = [0, 1, 2, 3, 4, 5, 6].flatMap((rest) => late.filter((subject) => subject % 7 === rest));
    expect(waited).toEqual(inOrder.map((subject) => `${9000 + (subject % 7)}:${subject}`));
  });
});

describe('page boundaries', () => {
  // Pages of 8 minutes: 0-7, 8-15, ...; the last, 88-94, is cut off by the end. The wheel holds four of them.
  const make = () => new Calendar({ phases: 2, end: 95, pageMinutes: 8 });

  test('the last minute of a page comes before the first of the next', () => {
    const calendar = make();
    for (const minute of [8, 7, 40, 39]) calendar.schedule(minute, minute % 2, 0, minute);
    expect(takeAll(calendar)).toEqual(['7.1 0:7', '8.0 0:8', '39.1 0:39', '40.0 0:40']);
  });

  test('pages without events are passed over', () => {
    const calendar = make();
    calendar.schedule(94, 1, 0, 1);
    calendar.schedule(0, 0, 0, 2);
    expect(takeAll(calendar)).toEqual(['0.0 0:2', '94.1 0:1']);
  });

  test('a page dealt out keeps the order of scheduling in front of what is added to it afterwards', () => {
    const calendar = make();
    calendar.schedule(45, 0, 0, 1);
    calendar.schedule(20, 0, 0, 2);
    calendar.schedule(45, 0, 0, 3);
    calendar.take();
    calendar.schedule(45, 0, 0, 4);
    expect(takeAll(calendar)).toEqual(['45.0 0:1', '45.0 0:3', '45.0 0:4']);
  });

  test('a canceled event of a later page leaves its room and nothing else', () => {
    const calendar = make();
    const canceled = [50, 51, 52].map((minute) => calendar.schedule(minute, 0, 0, minute));
    calendar.schedule(60, 0, 0, 60);
    for (const handle of canceled) calendar.cancel(handle);
    calendar.take();
    for (const minute of [61, 62, 63]) calendar.schedule(minute, 0, 1, minute);
    expect(takeAll(calendar)).toEqual(['61.0 1:61', '62.0 1:62', '63.0 1:63']);
  });
});

describe('options that make no calendar', () => {
  test.each([
    { phases: 0 },
    { phases: 9 },
    { end: 0 },
    { end: 2 ** 28 + 1 },
    { end: 1.5 },
    { pageMinutes: 0 },
    { pageMinutes: Number.NaN },
  ])('%o is refused', (wrong) => {
    expect(() => new Calendar({ phases: 1, end: 10, ...wrong })).toThrow(RangeError);
  });
});

test('a light kind has a number below 64', () => {
  const calendar = new Calendar({ phases: 1, end: 10 });
  expect(() => calendar.addLight({ kind: 64, phase: 0, reads: [] })).toThrow(RangeError);
});
