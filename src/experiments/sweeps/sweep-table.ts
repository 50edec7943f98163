import { aligned } from '../../text/aligned.ts';
import { decimalsFor, formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Estimate } from '../comparison/estimate.ts';
import type { FigureDescription } from '../comparison/figure-descriptions.ts';
import { percent } from '../comparison/sentences.ts';
import { NO_VALUE, shownMean, shownRange, shownTitle } from '../comparison/shown-value.ts';
import type { SweepFindings } from './findings.ts';

/** Sentences that a terminal is shown: a wide grid has one for each value of its second setting. */
const MAX_SENTENCES = 20;

/** The table as rows of cells, the header first: a point a row, its mean and the interval of it, and the range. */
export function sweepRows({ swept, points }: SweepFindings): string[][] {
  const { description, settings, confidence } = swept;
  const header = [
    ...settings.map((setting) => plainText(setting)),
    shownTitle(description),
    `${percent(confidence)} interval`,
    '5 to 95 % of replications',
  ];
  const rows = swept.points.map(({ estimate }, index) => {
    const { p5, p95 } = estimate;
    return [
      ...points[index].overrides.map(({ value }) => plainText(value)),
      shownMean(description, estimate, false),
      shownInterval(description, estimate),
      [p5, p95].map((value) => shownValue(value, description.perUnit)).join(' to '),
    ];
  });
  return [header, ...rows];
}

function shownInterval(description: FigureDescription, { low, high, constant }: Estimate): string {
  if (low === null || high === null) return NO_VALUE;
  return constant ? 'all equal' : shownRange(description, low, high);
}

function shownValue(value: number | null, perUnit: number): string {
  if (value === null) return NO_VALUE;
  return formatNumber(value / perUnit, decimalsFor(value / perUnit, null));
}

/** The sweep for a terminal, as lines: the table, and where the answer tips. */
export function sweepLines(findings: SweepFindings): string[] {
  const { sentences, swept, replications } = findings;
  const shown = sentences.slice(0, MAX_SENTENCES);
  const rest = sentences.length - shown.length;
  return [
    ...aligned(sweepRows(findings), [...swept.settings.keys()]),
    '',
    ...shown.map((sentence) => `- ${sentence}.`),
    ...(rest > 0 ? [`- and ${rest} more, which sweep.md has.`] : []),
    '',
    `${replications} ${replications === 1 ? 'replication' : 'replications'} of each point.`,
  ];
}
