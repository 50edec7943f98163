import { describe, expect, test } from 'vitest';
import { EventLoop } from '../../src/engine/loop.ts';

const TICK = 0;
const OTHER = 1;

/** A loop of 100 minutes whose one event schedules itself again every minute. */
function ticking(): { readonly loop: EventLoop; readonly minutes: number[] } {
  const loop = new EventLoop({ phases: 1, end: 100 });
  const minutes: number[] = [];
  loop.on(TICK, (subject) => {
    minutes.push(loop.calendar.now);
    loop.calendar.schedule(loop.calendar.now + 1, 0, TICK, subject);
  });
  loop.calendar.schedule(0, 0, TICK, 0);
  return { loop, minutes };
}

describe('the loop', () => {
  test('hands each event to the handler of its kind with its subject', () => {
    const loop = new EventLoop({ phases: 1, end: 100 });
    const seen: string[] = [];
    loop.on(TICK, (subject) => seen.push(`tick ${subject}`));
    loop.on(OTHER, (subject) => seen.push(`other ${subject}`));
    loop.calendar.schedule(1, 0, OTHER, 7);
    loop.calendar.schedule(0, 0, TICK, 8);
    expect(loop.run()).toBe(true);
    expect(seen).toEqual(['tick 8', 'other 7']);
    expect(loop.handled).toBe(2);
  });

  test('ends before the end of time although a handler always schedules another event', () => {
    const { loop, minutes } = ticking();
    expect(loop.run()).toBe(true);
    expect(minutes).toEqual(Array.from({ length: 100 }, (_, minute) => minute));
  });

  test('stops when its budget is spent and goes on where it stopped', () => {
    const { loop, minutes } = ticking();
    expect(loop.run(30)).toBe(false);
    expect(minutes.length).toBe(30);
    expect(loop.run(30)).toBe(false);
    expect(minutes.at(-1)).toBe(59);
    expect(loop.run(1000)).toBe(true);
    expect(minutes.length).toBe(100);
    expect(loop.handled).toBe(100);
  });

  test('does nothing on a budget of 0', () => {
    const { loop, minutes } = ticking();
    expect(loop.run(0)).toBe(false);
    expect(minutes).toEqual([]);
  });

  test('stops soon after its time is up, however long events take, and goes on where it stopped', () => {
    const { loop, minutes } = ticking();
    const clock = () => minutes.length * 10;
    expect(loop.runFor(100, clock)).toBe(false);
    expect(minutes.length).toBe(32);
    expect(loop.runFor(100, clock)).toBe(false);
    expect(minutes.length).toBe(42);
    expect(loop.runFor(1000, clock)).toBe(true);
    expect(minutes.length).toBe(100);
  });

  test.each([Number.POSITIVE_INFINITY, 2, 1])(
    'has runs of a light kind handled together, of at most %d events',
    (budget) => {
      const loop = new EventLoop({ phases: 1, end: 100 });
      const { calendar } = loop;
      const rows = { rows: new Int32Array(8), rowBits: 0 };
      const ticks = calendar.addLight({
        kind: TICK,
        phase: 0,
        places: { ...rows, column: 0 },
        reads: [rows],
      });
      const seen: string[] = [];
      loop.on(TICK, () => seen.push('alone'));
      loop.on(OTHER, (subject) => seen.push(`other ${subject}`));
      loop.onRuns(ticks, (most) => {
        let made = 0;
        for (; made < most; made += 1) {
          const subject = calendar.takeNext(ticks);
          if (subject < 0) break;
          seen.push(`${subject} at ${calendar.now}`);
        }
        return made;
      });
      for (const subject of [3, 1, 2]) calendar.scheduleLight(ticks, 5, subject);
      calendar.schedule(5, 0, OTHER, 7);
      calendar.scheduleLight(ticks, 5, 4);
      calendar.scheduleLight(ticks, 6, 5);
      while (!loop.run(budget));
      expect(seen).toEqual(['3 at 5', '1 at 5', '2 at 5', 'other 7', '4 at 5', '5 at 6']);
      expect(loop.handled).toBe(6);
    },
  );

  test('refuses a second handler of one kind', () => {
    const loop = new EventLoop({ phases: 1, end: 100 });
    loop.on(TICK, () => {});
    expect(() => loop.on(TICK, () => {})).toThrow('event kind 0 has a handler already');
  });
});
