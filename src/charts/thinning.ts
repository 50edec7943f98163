/** How many points a line of a chart may have: more than the pixels of the widest picture show. */
export const MAX_POINTS = 1500;

/** Values by day. */
export type Column = ArrayLike<number>;

/** The days that a chart shows, and how many days one of its points stands for at most. */
export interface ShownDays {
  readonly days: readonly number[];
  readonly span: number;
}

/**
 * Chooses the days to show of a long run. Days are cut into equal spans, and of each span the day stays on which
 * each of the columns `peaks` is highest, so no peak is lost; the first and the last day stay too. A run that is
 * short enough is shown whole.
 */
export function shownDays(days: number, peaks: readonly Column[], limit = MAX_POINTS): ShownDays {
  if (days <= limit) return { days: Array.from({ length: days }, (_, day) => day), span: 1 };
  const spans = Math.max(1, Math.floor((limit - 2) / peaks.length));
  const span = Math.ceil(days / spans);
  const kept = new Set<number>([0, days - 1]);
  for (let from = 0; from < days; from += span) {
    for (const peak of peaks) kept.add(highestDay(peak, from, Math.min(days, from + span)));
  }
  return { days: [...kept].sort((a, b) => a - b), span };
}

/**
 * The shown days without those that come less than `least` days after a day on which the column is higher: they
 * would cut it to less than a pixel.
 */
export function withRoomForPeaks({ days, span }: ShownDays, column: Column, least: number): ShownDays {
  const kept: number[] = [];
  for (const day of days) {
    const before = kept.at(-1);
    if (before === undefined || day - before >= least || column[day] >= column[before]) kept.push(day);
  }
  return { days: kept, span };
}

/** The day from `from` and before `to` on which the column is highest: the first of equals. */
export function highestDay(column: Column, from: number, to: number): number {
  let highest = from;
  for (let day = from + 1; day < to; day++) if (column[day] > column[highest]) highest = day;
  return highest;
}

/** A sentence for the reader of a thinned chart; nothing when every day is shown. */
export function thinningNote({ span }: ShownDays): string | undefined {
  return span === 1 ? undefined : `of every ${span} days only the extreme ones are drawn`;
}
