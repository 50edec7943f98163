import { MINUTES_PER_DAY, type Minutes } from '../../../engine/time.ts';
import { aligned } from '../../../text/aligned.ts';
import { formatDuration } from '../../../text/duration.ts';
import { plainText } from '../../../text/plain-text.ts';
import { formatDate, parseDate } from '../../../text/point-in-time.ts';
import { MAX_OUTAGE, type Tolerance } from './tolerance.ts';

/** The tolerances for people, as rows of cells, the header first. */
export function toleranceCells(tolerances: readonly Tolerance[], startOfRun: string): string[][] {
  const firstDay = parseDate(startOfRun);
  const rows = tolerances.map(({ start, tolerated, harmful, harm }) => [
    start.date,
    shownTolerance(tolerated, harmful),
    harmful === null ? '-' : formatDuration(harmful),
    harm === null ? '-' : plainText(harm.name),
    harm === null ? '-' : formatDate(firstDay + Math.floor(harm.minute / MINUTES_PER_DAY)),
  ]);
  return [['down from', 'may last', 'harms at', 'first machine', 'on'], ...rows];
}

/** What follows, as sentences without periods: the worst day, and what the search could not rely on. */
export function toleranceSentences(target: string, tolerances: readonly Tolerance[]): string[] {
  const name = plainText(target);
  const harmful = tolerances.filter(({ tolerated }) => tolerated !== null);
  if (harmful.length === 0)
    return [
      `${name} may be down for as long as was tried, ${formatDuration(MAX_OUTAGE)}, from any of these days on`,
    ];
  const worst = harmful.reduce((least, one) => (one.tolerated! < least.tolerated! ? one : least));
  const exceptions = tolerances.filter(({ exception }) => exception !== null);
  return [
    `${name} may be down for ${shownTolerance(worst.tolerated, worst.harmful)} from any of these days on; ` +
      `from ${worst.start.date} on, ${formatDuration(worst.harmful!)} bring ${plainText(worst.harm!.name)} to its end state`,
    ...exceptions.map(
      ({ start, exception }) =>
        `from ${start.date} on, an outage of ${formatDuration(exception!)} was tried and harms nobody, though a shorter one does: ` +
        'here longer is not worse, and other lengths may differ too',
    ),
  ];
}

function shownTolerance(tolerated: Minutes | null, harmful: Minutes | null): string {
  if (tolerated === null) return `any, up to ${formatDuration(MAX_OUTAGE)}`;
  return tolerated === 0 ? `less than ${formatDuration(harmful!)}` : formatDuration(tolerated);
}

/** The tolerances for a terminal. */
export function toleranceLines(
  target: string,
  tolerances: readonly Tolerance[],
  startOfRun: string,
): string[] {
  const sentences = toleranceSentences(target, tolerances).map((sentence) => `- ${sentence}.`);
  return [...aligned(toleranceCells(tolerances, startOfRun), [0]), '', ...sentences];
}
