import type { ChartConfiguration } from 'chart.js';
import type { RunSeries } from '../recording/run-series.ts';
import { groupThousands } from '../text/numbers.ts';
import { area } from './area.ts';
import { countAxis, dayPoints, framed } from './frame.ts';
import { plotWidth } from './layout.ts';
import { CONTACT_COLORS } from './palette.ts';
import { counted } from './text.ts';
import { shownDays, thinningNote, withRoomForPeaks } from './thinning.ts';

interface Kind {
  readonly label: string;
  readonly color: string;
  readonly column: Int32Array;
  readonly total: number;
}

/** Whether anybody was activated, or tried to be, at any time of the run. */
export function hasContacts(series: RunSeries): boolean {
  return activationsOf(series).total > 0 || attemptsInVain(series).length > 0;
}

/**
 * Activations of each day, and in a panel below them the attempts in vain of each day by kind, stacked. Kinds that
 * never occur are left out, and a panel with them in which nothing is left.
 */
export function contactsChart(series: RunSeries): ChartConfiguration {
  const activations = activationsOf(series);
  const inVain = attemptsInVain(series);
  const kinds = activations.total > 0 ? [activations, ...inVain] : inVain;
  const columns = kinds.map(({ column }) => column);
  const attempts = Int32Array.from({ length: series.days }, (_, day) =>
    columns.reduce((sum, column) => sum + column[day], 0),
  );
  const pixel = series.days / plotWidth();
  const shown = withRoomForPeaks(shownDays(series.days, columns), attempts, pixel);
  return framed(series, {
    caption: 'Activations and attempts in vain of each day',
    notes: [totals(activations, inVain), thinningNote(shown)],
    datasets: kinds.map((kind) => ({
      ...area(kind.label, kind.color),
      data: dayPoints(shown.days, series.days, kind.column),
      yAxisID: kind === activations ? 'y' : 'inVain',
    })),
    axes: panels(activations.total > 0, inVain.length > 0),
  });
}

function activationsOf({ activations: column }: RunSeries): Kind {
  return { label: 'activations', color: CONTACT_COLORS.activations, column, total: total(column) };
}

/** The kinds that occur. */
function attemptsInVain({ noHost, refused, countTooLow }: RunSeries): Kind[] {
  return [
    { label: 'no host or Microsoft not reached', color: CONTACT_COLORS.noHost, column: noHost },
    { label: 'refused', color: CONTACT_COLORS.refused, column: refused },
    { label: 'count too low', color: CONTACT_COLORS.countTooLow, column: countTooLow },
  ]
    .map((kind) => ({ ...kind, total: total(kind.column) }))
    .filter((kind) => kind.total > 0);
}

/** As in `72 activations, 93,766 attempts in vain (93,722 refused, 44 count too low)`. */
function totals(activations: Kind, inVain: readonly Kind[]): string {
  const attempts = inVain.reduce((sum, kind) => sum + kind.total, 0);
  const all = `${someOrNo(activations.total, 'activation')}, ${someOrNo(attempts, 'attempt')} in vain`;
  if (inVain.length === 0) return all;
  if (inVain.length === 1) return `${all} (${inVain[0].label})`;
  return `${all} (${inVain.map((kind) => `${groupThousands(kind.total)} ${kind.label}`).join(', ')})`;
}

function someOrNo(count: number, one: string): string {
  return count === 0 ? `no ${one}s` : counted(count, one);
}

/** The panels that are not empty; a run without any contact has that of the activations. */
function panels(activated: boolean, triedInVain: boolean): Record<string, object> {
  const activations = countAxis('activations a day');
  const inVain = { ...countAxis('attempts in vain a day'), stacked: true, axis: 'y' };
  if (!triedInVain) return { y: activations };
  if (!activated) return { inVain };
  const stack = 'panels';
  return {
    inVain: { ...inVain, stack, stackWeight: 1 },
    y: { ...activations, axis: 'y', stack, stackWeight: 1, offset: true },
  };
}

function total(column: Int32Array): number {
  return column.reduce((sum, contacts) => sum + contacts, 0);
}
