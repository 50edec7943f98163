import type { ChartConfiguration } from 'chart.js';
import type { RunSeries } from '../recording/run-series.ts';
import { groupThousands } from '../text/numbers.ts';
import { plural } from '../text/plural.ts';
import { area } from './area.ts';
import { countAxis, dayPoints, framed } from './frame.ts';
import { plotWidth } from './layout.ts';
import { CONTACT_COLORS } from './palette.ts';
import { inEach, perStep } from './sampling.ts';
import { shownDays, thinningNote, withRoomForPeaks } from './thinning.ts';

interface Kind {
  readonly label: string;
  readonly color: string;
  readonly column: Int32Array;
  readonly total: number;
}

/** Whether anybody was activated, or tried to be, at any time of the run. */
export function hasContacts(series: RunSeries): boolean {
  return activationsOf(series).total > 0 || failedAttempts(series).length > 0;
}

/**
 * Activations of each day, and in a panel below them the failed attempts of each day by kind, stacked. Kinds that
 * never occur are left out, and a panel with them in which nothing is left.
 */
export function contactsChart(series: RunSeries): ChartConfiguration {
  const activations = activationsOf(series);
  const failed = failedAttempts(series);
  const kinds = activations.total > 0 ? [activations, ...failed] : failed;
  const columns = kinds.map(({ column }) => column);
  const attempts = Int32Array.from({ length: series.steps }, (_, day) =>
    columns.reduce((sum, column) => sum + column[day], 0),
  );
  const pixel = series.steps / plotWidth();
  const shown = withRoomForPeaks(shownDays(series.steps, columns), attempts, pixel);
  return framed(series, {
    caption: `Activations and failed attempts ${inEach(series)}`,
    notes: [totals(activations, failed), thinningNote(shown)],
    datasets: kinds.map((kind) => ({
      ...area(kind.label, kind.color),
      data: dayPoints(shown.days, series, kind.column),
      yAxisID: kind === activations ? 'y' : 'failed',
    })),
    axes: panels(series, activations.total > 0, failed.length > 0),
  });
}

function activationsOf({ activations: column }: RunSeries): Kind {
  return { label: 'activations', color: CONTACT_COLORS.activations, column, total: total(column) };
}

/** The kinds that occur. */
function failedAttempts({ noHost, refused, countTooLow }: RunSeries): Kind[] {
  return [
    { label: 'no host or Microsoft not reached', color: CONTACT_COLORS.noHost, column: noHost },
    { label: 'refused', color: CONTACT_COLORS.refused, column: refused },
    { label: 'count too low', color: CONTACT_COLORS.countTooLow, column: countTooLow },
  ]
    .map((kind) => ({ ...kind, total: total(kind.column) }))
    .filter((kind) => kind.total > 0);
}

/** As in `72 activations, 93,766 failed attempts (93,722 refused, 44 count too low)`. */
function totals(activations: Kind, failed: readonly Kind[]): string {
  const attempts = failed.reduce((sum, kind) => sum + kind.total, 0);
  const all = `${someOrNo(activations.total, 'activation')}, ${someOrNo(attempts, 'failed attempt')}`;
  if (failed.length === 0) return all;
  if (failed.length === 1) return `${all} (${failed[0].label})`;
  return `${all} (${failed.map((kind) => `${groupThousands(kind.total)} ${kind.label}`).join(', ')})`;
}

function someOrNo(count: number, one: string): string {
  return count === 0 ? `no ${one}s` : plural(count, one);
}

/** The panels that are not empty; a run without any contact has that of the activations. */
function panels(series: RunSeries, activated: boolean, failedToo: boolean): Record<string, object> {
  const activations = countAxis(`activations ${perStep(series)}`);
  const failed = { ...countAxis(`failed attempts ${perStep(series)}`), stacked: true, axis: 'y' };
  if (!failedToo) return { y: activations };
  if (!activated) return { failed };
  const stack = 'panels';
  return {
    failed: { ...failed, stack, stackWeight: 1 },
    y: { ...activations, axis: 'y', stack, stackWeight: 1, offset: true },
  };
}

function total(column: Int32Array): number {
  return column.reduce((sum, contacts) => sum + contacts, 0);
}
