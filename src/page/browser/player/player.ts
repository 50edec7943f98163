import { useEffect, useState } from 'preact/hooks';
import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import type { Happening } from '../../content/happenings.ts';

/** Days that pass in a second of playing. */
export const SPEEDS = [1, 2, 5, 10, 20, 50] as const;

const USUAL_SECONDS = 30;
const MILLISECONDS = 1000;

/** Where the player is, and what moves it. */
export interface Player {
  readonly day: number;
  readonly days: number;
  readonly playing: boolean;
  /** Days a second. */
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
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(() => usualSpeed(days));
  useEffect(() => setDay((before) => Math.min(before, last)), [last]);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setDay((before) => Math.min(last, before + 1)), MILLISECONDS / speed);
    return () => clearInterval(timer);
  }, [playing, speed, last]);
  useEffect(() => {
    if (day >= last) setPlaying(false);
  }, [day, last]);
  const goTo = (to: number) => {
    setPlaying(false);
    setDay(Math.max(0, Math.min(last, Math.round(to))));
  };
  const nextDay = happenings.map(({ minute }) => Math.floor(minute / MINUTES_PER_DAY)).find((at) => at > day);
  return {
    day,
    days,
    playing,
    speed,
    goTo,
    setSpeed,
    toggle: () => {
      if (!playing && day >= last) setDay(0);
      setPlaying(!playing);
    },
    step: () => goTo(day + 1),
    back: () => goTo(day - 1),
    next: nextDay === undefined ? null : () => goTo(nextDay),
  };
}

/** The speed at which a whole run takes about half a minute. */
function usualSpeed(days: number): number {
  return SPEEDS.find((speed) => days / speed <= USUAL_SECONDS) ?? SPEEDS[SPEEDS.length - 1];
}
