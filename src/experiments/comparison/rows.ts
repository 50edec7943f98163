import type { Cell } from '../../recording/tables/tables.ts';
import type { Comparison, FigureOfDesign } from './compare.ts';
import type { DesignResults } from './design-results.ts';

/**
 * The rows of `comparison.csv`: design by design, replication by replication, in the order of `summary.json`.
 *
 * @param isShown says of a path whether it is wanted
 */
export function* comparisonRows(
  results: readonly DesignResults[],
  isShown: (path: string) => boolean = () => true,
): Generator<Cell[]> {
  for (const { design, replications, columns } of results) {
    const shown = [...columns].filter(([path]) => isShown(path));
    for (const [row, replication] of replications.entries()) {
      for (const [path, values] of shown)
        yield [design, replication, path, Number.isNaN(values[row]) ? '' : values[row]];
    }
  }
}

/** The rows of `summary.csv`: figure by figure, the headlines first, each with its designs. */
export function* summaryRows({ figures, confidence }: Comparison): Generator<Cell[]> {
  for (const { description, designs } of figures) {
    for (const design of designs) {
      if (design.known || description.headline) yield summaryRow(description.path, design, confidence);
    }
  }
}

function summaryRow(
  path: string,
  { design, estimate, difference, judgment }: FigureOfDesign,
  confidence: number,
) {
  return [
    design,
    path,
    estimate.count,
    estimate.missing,
    rounded(estimate.mean),
    rounded(estimate.halfWidth),
    rounded(estimate.low),
    rounded(estimate.high),
    rounded(estimate.median),
    rounded(estimate.medianLow),
    rounded(estimate.medianHigh),
    rounded(estimate.p5),
    rounded(estimate.p95),
    rounded(difference?.pairs),
    rounded(difference?.unpaired),
    rounded(difference?.mean),
    rounded(difference?.low),
    rounded(difference?.high),
    judgment.verdict,
    rounded(difference?.moreNeeded),
    confidence,
    rounded(estimate.worst),
    rounded(judgment.pValue),
    judgment.role === 'none' ? '' : judgment.role,
    rounded(judgment.smallest),
  ];
}

/** Digits of a computed value: all that the figures carry, and not the rounding of the last steps. */
const DIGITS = 12;

function rounded(value: number | null | undefined): Cell {
  return value == null ? '' : Number(value.toPrecision(DIGITS));
}
