import { type DayTick, dayNumberTicks, dayTicks, isoDate } from './day-ticks.ts';
import { INK, textFont } from './palette.ts';

/**
 * The horizontal axes of a run: dates, with the grid, and below them the number of days since the start, in which
 * graces and licenses are told.
 */
export function dayAxes(start: string, days: number) {
  return {
    x: { ...axis(dayTicks(start, days), days), grid: { color: INK.grid } },
    days: {
      ...axis(dayNumberTicks(days), days),
      axis: 'x' as const,
      position: 'bottom' as const,
      weight: 1,
      grid: { color: INK.grid, drawOnChartArea: false },
      title: {
        display: true,
        text: `date, and day of the run, which starts on ${isoDate(start, 0)}`,
        color: INK.quiet,
        font: textFont(13),
      },
    },
  };
}

function axis(ticks: readonly DayTick[], days: number) {
  const labels = new Map(ticks.map(({ value, label }) => [value, label]));
  return {
    type: 'linear' as const,
    min: 0,
    max: days,
    afterBuildTicks: (built: { ticks: { value: number }[] }) => {
      built.ticks = ticks.map(({ value }) => ({ value }));
    },
    ticks: {
      autoSkip: false,
      maxRotation: 0,
      color: INK.quiet,
      font: textFont(12),
      callback: (value: number | string) => labels.get(Number(value)) ?? '',
    },
  };
}
