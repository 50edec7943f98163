import { axisTitle, markedAxis } from './axes.ts';
import { dayNumberTicks, dayTicks, isoDate } from './day-ticks.ts';
import { INK } from './palette.ts';

/**
 * The horizontal axes of a run: dates, with the grid, and below them the number of days since the start, in which
 * graces and licenses are told.
 */
export function dayAxes(start: string, days: number) {
  return {
    x: { ...markedAxis(dayTicks(start, days), 0, days, 0), grid: { color: INK.grid } },
    days: {
      ...markedAxis(dayNumberTicks(days), 0, days, 0),
      axis: 'x' as const,
      position: 'bottom' as const,
      weight: 1,
      grid: { color: INK.grid, drawOnChartArea: false },
      title: axisTitle(`date, and day of the run, which starts on ${isoDate(start, 0)}`),
    },
  };
}
