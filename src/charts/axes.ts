import type { DayTick } from './day-ticks.ts';
import { INK, textFont } from './palette.ts';

/** The title of an axis. */
export function axisTitle(text: string) {
  return { display: true, text, color: INK.quiet, font: textFont(13) };
}

/** An axis with marks where it is told, in place of round numbers. */
export function markedAxis(marks: readonly DayTick[], min: number, max: number, maxRotation: number) {
  const labels = new Map(marks.map(({ value, label }) => [value, label]));
  return {
    type: 'linear' as const,
    min,
    max,
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = marks.map(({ value }) => ({ value }));
    },
    ticks: {
      autoSkip: false,
      maxRotation,
      color: INK.quiet,
      font: textFont(12),
      callback: (value: number | string) => labels.get(Number(value)) ?? '',
    },
  };
}
