import type { ChartConfiguration } from 'chart.js';
import { Condition } from '../model/definitions/conditions.ts';
import type { RunSeries } from '../recording/run-series.ts';
import { conditionTotals } from './condition-totals.ts';
import { countAxis, type DayDataset, dayPoints, framed } from './frame.ts';
import { lineStyle } from './named-lines.ts';
import { whenShown } from './sampling.ts';
import { shownDays, thinningNote } from './thinning.ts';

/**
 * What a change does over time: the machines that are licensed, and those in Notification or Unlicensed, of the original
 * run and of the changed one.
 */
export function whatIfChart(original: RunSeries, changed: RunSeries): ChartConfiguration {
  const steps = Math.max(original.steps, changed.steps);
  const runs = [original, changed].map((series) => {
    const { inCondition, inEndState } = conditionTotals(series.groups, series.steps);
    return { series, licensed: inCondition[Condition.Licensed], ended: inEndState };
  });
  const [first, second] = runs;
  const shown = shownDays(original.steps, [first.licensed, first.ended]);
  const line = (place: number, label: string, column: Int32Array, run: RunSeries): DayDataset => ({
    ...lineStyle(place),
    label,
    data: dayPoints(shownDays(run.steps, [column]).days, run, column),
    pointRadius: 0,
  });
  return framed(
    { ...changed, steps },
    {
      caption: `Machines ${whenShown(changed)}, as it was and with the change`,
      notes: [thinningNote(shown)],
      datasets: [
        line(0, 'Licensed, original', first.licensed, first.series),
        line(4, 'Licensed, changed', second.licensed, second.series),
        line(3, 'Notification or Unlicensed, original', first.ended, first.series),
        line(1, 'Notification or Unlicensed, changed', second.ended, second.series),
      ],
      axes: { y: countAxis('machines') },
    },
  );
}
