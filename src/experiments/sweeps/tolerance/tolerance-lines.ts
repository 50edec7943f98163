import type { Minutes } from '../../../engine/time.ts';
import { aligned } from '../../../text/aligned.ts';
import { formatDuration } from '../../../text/duration.ts';
import { plainText } from '../../../text/plain-text.ts';
import { Timestamps } from '../../../text/timestamps.ts';
import type { HarmfulRange, Tolerance, ToleranceFindings } from './tolerance.ts';
import { MAX_OUTAGE, type TrialLengths } from './trial-lengths.ts';

/** Ranges of one start that a table shows; `harmful.csv` has all. */
const MAX_RANGES = 4;

/** The tolerances for people, as rows of cells, the header first. */
export function toleranceCells(tolerances: readonly Tolerance[], startOfRun: string): string[][] {
  const timestamps = new Timestamps(startOfRun);
  const rows = tolerances.map(({ start, tolerated, harmful }) => {
    const [first] = harmful;
    return [
      timestamps.time(start.minute).replace('T', ' '),
      shownTolerance(tolerated, harmful),
      shownRanges(harmful),
      first === undefined ? '-' : plainText(first.harm.name),
      first === undefined ? '-' : timestamps.time(first.harm.minute).replace('T', ' '),
    ];
  });
  return [['down from', 'may last', 'harmful lengths', 'first machine', 'at'], ...rows];
}

/** What follows, as sentences without periods: the worst start, where longer is not worse, and what was not tried. */
export function toleranceSentences(
  target: string,
  { tolerances, trials }: ToleranceFindings,
  startOfRun: string,
): string[] {
  return [
    worstSentence(plainText(target), tolerances, startOfRun),
    ...exceptionSentences(tolerances),
    untriedSentence(trials),
  ];
}

function worstSentence(name: string, tolerances: readonly Tolerance[], startOfRun: string): string {
  const harmful = tolerances.flatMap(({ start, tolerated, harmful: [first] }) =>
    first === undefined || tolerated === null ? [] : [{ start, tolerated, first }],
  );
  if (harmful.length === 0)
    return `${name} may be down for as long as was tried, ${formatDuration(MAX_OUTAGE)}, from any of these times on`;
  const { start, tolerated, first } = harmful.reduce((least, one) =>
    one.tolerated < least.tolerated ? one : least,
  );
  const when = new Timestamps(startOfRun).time(start.minute).replace('T', ' ');
  const limit = tolerated === 0 ? `less than ${formatDuration(first.from)}` : formatDuration(tolerated);
  return (
    `${name} may be down for ${limit} from any of these times on; from ${when} on, ` +
    `${formatDuration(first.from)} bring ${plainText(first.harm.name)} to its end state, or keep it there`
  );
}

/** Where a longer outage is better than a shorter one: one sentence for all starts. */
function exceptionSentences(tolerances: readonly Tolerance[]): string[] {
  const count = tolerances.filter(({ exception }) => exception !== null).length;
  if (count === 0) return [];
  const starts =
    count === tolerances.length ? 'any of these times' : `${count} of these ${tolerances.length} times`;
  return [
    `From ${starts} on a longer outage than a harmful one may do no harm: the harmful lengths are listed`,
  ];
}

function untriedSentence({ step, fineUntil, coarseStep }: TrialLengths): string {
  const fine = `Tried was every multiple of ${formatDuration(step)}`;
  const beyond = `no outage longer than ${formatDuration(MAX_OUTAGE)} was`;
  if (fineUntil >= MAX_OUTAGE)
    return `${fine} up to ${formatDuration(MAX_OUTAGE)}; no length between two, and ${beyond}`;
  return (
    `${fine} up to ${formatDuration(fineUntil)}, beyond only of ${formatDuration(coarseStep)}; ` +
    `no length between two, and ${beyond}`
  );
}

function shownTolerance(tolerated: Minutes | null, [first]: readonly HarmfulRange[]): string {
  if (tolerated === null || first === undefined) return `any, up to ${formatDuration(MAX_OUTAGE)}`;
  return tolerated === 0 ? `less than ${formatDuration(first.from)}` : formatDuration(tolerated);
}

function shownRanges(harmful: readonly HarmfulRange[]): string {
  if (harmful.length === 0) return '-';
  const shown = harmful.slice(0, MAX_RANGES).map(shownRange);
  return harmful.length > MAX_RANGES
    ? `${shown.join(', ')}, and ${harmful.length - MAX_RANGES} more`
    : shown.join(', ');
}

/** `5 d to 6 d`, `5 d`, `204 d or longer`. */
export function shownRange({ from, to }: HarmfulRange): string {
  if (to === null) return `${formatDuration(from)} or longer`;
  return to === from ? formatDuration(from) : `${formatDuration(from)} to ${formatDuration(to)}`;
}

/** The tolerances for a terminal. */
export function toleranceLines(target: string, findings: ToleranceFindings, startOfRun: string): string[] {
  const sentences = toleranceSentences(target, findings, startOfRun).map((sentence) => `- ${sentence}.`);
  return [...aligned(toleranceCells(findings.tolerances, startOfRun), [0]), '', ...sentences];
}
