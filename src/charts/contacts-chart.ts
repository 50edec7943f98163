import type { ChartConfiguration } from 'chart.js';
import type { RunSeries } from '../recording/run-series.ts';
import { absentAtZero, countAxis, type DayDataset, dayPoints, framed } from './frame.ts';
import { CONTACT_COLORS } from './palette.ts';
import { counted } from './text.ts';
import { shownDays, thinningNote } from './thinning.ts';

/**
 * Activations of each day, and in a panel below it the failed contacts of each day by kind, stacked. Kinds that
 * never occur are left out, and the panel with them when nothing failed.
 */
export function contactsChart(series: RunSeries): ChartConfiguration {
  const failures = [
    { label: 'no host found', color: CONTACT_COLORS.noHost, column: series.noHost },
    { label: 'refused by the host', color: CONTACT_COLORS.refused, column: series.refused },
    { label: 'count too low', color: CONTACT_COLORS.countTooLow, column: series.countTooLow },
  ].filter(({ column }) => column.some((contacts) => contacts > 0));
  const columns = [series.activations, ...failures.map(({ column }) => column)];
  const shown = shownDays(series.days, columns);
  const [activations, ...failed] = columns.map((column) =>
    absentAtZero(dayPoints(shown.days, series.days, column)),
  );
  const totalFailed = failures.reduce((sum, { column }) => sum + total(column), 0);
  return framed(series, {
    caption: 'Activations and failed contacts of each day',
    notes: [
      `${counted(total(series.activations), 'activation')}, ${counted(totalFailed, 'failed contact')} in all`,
      thinningNote(shown),
    ],
    datasets: [
      { ...area('activations', CONTACT_COLORS.activations), data: activations, yAxisID: 'y' },
      ...failures.map(({ label, color }, index) => ({
        ...area(label, color),
        data: failed[index],
        yAxisID: 'failures',
      })),
    ],
    axes: failures.length === 0 ? { y: activationAxis() } : panels(),
  });
}

function panels() {
  const stack = 'panels';
  const failures = { ...countAxis('failed contacts a day'), stacked: true };
  return {
    failures: { ...failures, axis: 'y', stack, stackWeight: 1 },
    y: { ...activationAxis(), axis: 'y', stack, stackWeight: 1, offset: true },
  };
}

function activationAxis() {
  return countAxis('activations a day');
}

function total(column: Int32Array): number {
  return column.reduce((sum, contacts) => sum + contacts, 0);
}

/** An area down to its own axis; the lower ones of a stack are drawn over the upper ones. */
function area(label: string, color: string): Omit<DayDataset, 'data'> {
  return {
    label,
    backgroundColor: color,
    borderColor: color,
    borderWidth: 1.5,
    fill: 'origin',
    stepped: 'before',
    pointRadius: 0,
    pointHitRadius: 4,
  };
}
