import { useEffect, useState } from 'preact/hooks';
import { MINUTES_PER_DAY, type Minute, type Minutes } from '../../../engine/time.ts';
import type { Happening } from '../../content/happenings.ts';

/** Days, or tens of minutes, that pass in a second of playing. */
export const SPEEDS = [1, 2, 5, 10, 20, 50] as const;

/** Minutes that a tick passes while minutes are played. */
export const MINUTES_A_TICK = 10;

const USUAL_SECONDS = 30;
const MILLISECONDS = 1000;

/** Where the player is, and what moves it. */
export interface Player {
  readonly day: number;
  readonly days: number;
  readonly playing: boolean;
  /** The minute of the day; `null` while the player goes by days. */
  readonly minute: number | null;
  /** The last minute of the day that is shown. */
  readonly lastMinute: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Days a second, or tens of minutes a second. */
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Goes by minutes, or by days. */
  byMinutes(on: boolean): void;
  /** To a day; while it goes by minutes, to the same time of it. */
  goTo(day: number): void;
  /** To a minute of the day that is shown. */
  goToMinute(minute: number): void;
  /** To a minute of the run, or to its day. */
  goToMoment(minute: Minute): void;
  toggle(): void;
  step(): void;
  back(): void;
  /** To the next day, or minute, in which something happened; `null` where nothing does any more. */
  readonly next: (() => void) | null;
}

/**
 * A player over the days of a run, or its minutes; it starts at the end, where a reader wants to know how it ended.
 *
 * @param inMinutes whether it begins by going by minutes, as a run of a day or two wants it
 */
export function usePlayer(duration: Minutes, happenings: readonly Happening[], inMinutes: boolean): Player {
  const end = Math.max(0, duration - 1);
  const days = dayOf(end) + 1;
  const [at, setAt] = useState(end);
  const [fine, setFine] = useState(inMinutes);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(() => usualSpeed(duration, inMinutes));
  const within = (minute: number) => Math.max(0, Math.min(end, minute));
  useEffect(() => setAt(end), [end]);
  useEffect(() => {
    if (!playing) return;
    const tick = fine ? MINUTES_A_TICK : MINUTES_PER_DAY;
    const timer = setInterval(() => setAt((before) => Math.min(end, before + tick)), MILLISECONDS / speed);
    return () => clearInterval(timer);
  }, [playing, speed, end, fine]);
  const day = dayOf(at);
  const minute = at % MINUTES_PER_DAY;
  const atEnd = fine ? at >= end : day >= days - 1;
  useEffect(() => {
    if (atEnd) setPlaying(false);
  }, [atEnd]);
  const goToMoment = (to: Minute) => {
    setPlaying(false);
    setAt(within(to));
  };
  const goTo = (to: number) =>
    goToMoment(Math.max(0, Math.min(days - 1, Math.round(to))) * MINUTES_PER_DAY + minute);
  const next = happenings.find((happening) => (fine ? happening.minute > at : dayOf(happening.minute) > day));
  return {
    day,
    days,
    playing,
    speed,
    minute: fine ? minute : null,
    lastMinute: Math.min(end - day * MINUTES_PER_DAY, MINUTES_PER_DAY - 1),
    atStart: fine ? at === 0 : day === 0,
    atEnd,
    goTo,
    goToMinute: (to) => goToMoment(day * MINUTES_PER_DAY + to),
    goToMoment,
    byMinutes: (on) => {
      setPlaying(false);
      setFine(on);
      setSpeed(usualSpeed(duration, on));
    },
    setSpeed,
    toggle: () => {
      // By minutes the day is played that is shown; at the end of the run, from its beginning.
      if (!playing && atEnd) setAt(fine && days > 1 ? day * MINUTES_PER_DAY : 0);
      setPlaying(!playing);
    },
    step: () => (fine ? goToMoment(at + 1) : goTo(day + 1)),
    back: () => (fine ? goToMoment(at - 1) : goTo(day - 1)),
    next: next === undefined ? null : () => goToMoment(next.minute),
  };
}

function dayOf(minute: Minute): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/** The speed at which a whole run, or a day by minutes, takes about half a minute. */
function usualSpeed(duration: Minutes, inMinutes: boolean): number {
  const ticks = inMinutes ? Math.min(duration, MINUTES_PER_DAY) / MINUTES_A_TICK : duration / MINUTES_PER_DAY;
  return SPEEDS.find((speed) => ticks / speed <= USUAL_SECONDS) ?? SPEEDS[SPEEDS.length - 1];
}
