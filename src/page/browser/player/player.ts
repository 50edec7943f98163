import { useEffect, useState } from 'preact/hooks';
import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import type { Happening } from '../../content/happenings.ts';

/** Days that pass in a second of playing. */
export const SPEEDS = [1, 2, 5, 10, 20, 50] as const;

const USUAL_SECONDS = 30;
const MILLISECONDS = 1000;
const LAST_MINUTE = MINUTES_PER_DAY - 1;
/** Minutes that a tick passes while minutes are played. */
const MINUTES_A_TICK = 10;

/** Where the player is, and what moves it. */
export interface Player {
  readonly day: number;
  readonly days: number;
  readonly playing: boolean;
  /** The minute of the day; `null` while the player goes by days. */
  readonly minute: number | null;
  /** To a minute of the day that is shown. */
  goToMinute(minute: number): void;
  /** Goes by minutes, or by days. */
  byMinutes(on: boolean): void;
  /** Days a second, or tens of minutes a second. */
  readonly speed: number;
  goTo(day: number): void;
  setSpeed(speed: number): void;
  toggle(): void;
  step(): void;
  back(): void;
  /** To the next day on which something happened; `null` where nothing does any more. */
  readonly next: (() => void) | null;
}

/** A player over the days of a run; it starts at the last day, where a reader wants to know how it ended. */
export function usePlayer(days: number, happenings: readonly Happening[]): Player {
  const last = Math.max(0, days - 1);
  const [day, setDay] = useState(last);
  const [minute, setMinute] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(() => usualSpeed(days));
  const inMinutes = minute !== null;
  useEffect(() => setDay((before) => Math.min(before, last)), [last]);
  useEffect(() => {
    if (!playing) return;
    const advance = inMinutes
      ? () => setMinute((before) => Math.min(LAST_MINUTE, (before ?? 0) + MINUTES_A_TICK))
      : () => setDay((before) => Math.min(last, before + 1));
    const timer = setInterval(advance, MILLISECONDS / speed);
    return () => clearInterval(timer);
  }, [playing, speed, last, inMinutes]);
  const atEnd = inMinutes ? minute >= LAST_MINUTE : day >= last;
  useEffect(() => {
    if (atEnd) setPlaying(false);
  }, [atEnd]);
  const goTo = (to: number) => {
    setPlaying(false);
    setDay(Math.max(0, Math.min(last, Math.round(to))));
  };
  /** Into the days before and after, where the minute is not of this one. */
  const goToMinute = (to: number) => {
    setPlaying(false);
    const target = day * MINUTES_PER_DAY + to;
    const within = Math.max(0, Math.min((last + 1) * MINUTES_PER_DAY - 1, target));
    setDay(Math.floor(within / MINUTES_PER_DAY));
    setMinute(within % MINUTES_PER_DAY);
  };
  const nextDay = happenings.map(({ minute }) => Math.floor(minute / MINUTES_PER_DAY)).find((at) => at > day);
  return {
    day,
    days,
    playing,
    speed,
    minute,
    goTo,
    goToMinute,
    byMinutes: (on) => {
      setPlaying(false);
      setMinute(on ? 0 : null);
    },
    setSpeed,
    toggle: () => {
      if (!playing && atEnd) {
        if (inMinutes) setMinute(0);
        else setDay(0);
      }
      setPlaying(!playing);
    },
    step: () => (inMinutes ? goToMinute(minute + 1) : goTo(day + 1)),
    back: () => (inMinutes ? goToMinute(minute - 1) : goTo(day - 1)),
    next: nextDay === undefined ? null : () => goTo(nextDay),
  };
}

/** The speed at which a whole run takes about half a minute. */
function usualSpeed(days: number): number {
  return SPEEDS.find((speed) => days / speed <= USUAL_SECONDS) ?? SPEEDS[SPEEDS.length - 1];
}
