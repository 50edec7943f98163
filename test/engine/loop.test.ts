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

  test('refuses a second handler of one kind', () => {
    const loop = new EventLoop({ phases: 1, end: 100 });
    loop.on(TICK, () => {});
    expect(() => loop.on(TICK, () => {})).toThrow('event kind 0 has a handler already');
  });
});
