import { useEffect, useState } from 'preact/hooks';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { Engine } from '../engine/engine.ts';
import type { DayFrames } from '../worker/day-frames.ts';

/** The minutes of a day, run in the page when they are wanted; `null` before they are there. */
export function useDayFrames(
  engine: Engine,
  scenario: JsonObject,
  day: number,
  wanted: boolean,
): DayFrames | null {
  const [frames, setFrames] = useState<DayFrames | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void engine.ask('day', { scenario, day }).then((answer) => current && setFrames(answer));
    return () => {
      current = false;
    };
  }, [engine, scenario, day, wanted]);
  return wanted && frames?.day === day ? frames : null;
}
