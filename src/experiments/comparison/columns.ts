import type { TableDescription } from '../../recording/tables/columns.ts';
import { VERDICTS } from './verdict.ts';

/**
 * The tables that a comparison leaves and their columns, once: header lines and documentation are made from this. New
 * columns go to the right; none is renamed or dropped. Values stand in the figures' own units; an empty cell is a value
 * that does not exist.
 */
export const COMPARISON_TABLES = {
  'comparison.csv': {
    row: 'a figure of a replication of a design',
    columns: {
      design: "name of the design: its file's, without the ending",
      replication: 'number of the replication, from 0; equal numbers met the same random numbers',
      figure: 'path in summary.json',
      value: 'its value; empty when it does not exist in this replication',
    },
  },
  'summary.csv': {
    row: 'a design and figure',
    columns: {
      design: "name of the design: its file's, without the ending",
      figure: 'path in summary.json, or the share of replications in which the condition behind it holds',
      replications: 'replications in which the figure exists',
      missing: 'replications in which it does not; the mean leaves them out',
      mean: 'mean over the replications',
      half_width: "half the width of the mean's interval",
      low: "lower end of the mean's interval: Student's t, of shares Wilson's score",
      high: "upper end of the mean's interval",
      median: 'median over the replications; a value that does not exist counts as larger than all others',
      median_low: "lower end of the median's interval, by order statistics",
      median_high: "upper end of the median's interval",
      p5: 'value that 5 % of the replications do not exceed',
      p95: 'value that 95 % of the replications do not exceed',
      pairs: 'replications in which both this and the first design have the figure',
      unpaired: 'replications that only one of the two has results of',
      difference: 'mean paired difference: this design less the first',
      difference_low:
        "lower end of the difference's interval: Student's t, of shares Newcombe's paired score, 0 where the exact test shows none",
      difference_high: "upper end of the difference's interval",
      verdict: `${Object.keys(VERDICTS).join(', ')}; the first design is the reference`,
      more_needed: 'about how many more replications might show a difference of this size',
      confidence: 'share of such intervals that hold the truth, each by itself',
      worst_mean:
        'mean over the worst 5 % of the replications; where neither way is better, over the largest',
      p_value: 'how likely such a difference is by luck alone, by the exact test, before adjustment',
      role: 'primary of the figure that carries the verdict, adjusted of the others, exact where nothing is random',
      smallest_shown: 'smallest difference that so many replications could have shown, where none is shown',
    },
  },
} as const satisfies Record<string, TableDescription>;

export type ComparisonTableName = keyof typeof COMPARISON_TABLES;

/** The header line of a table. */
export function comparisonColumns(table: ComparisonTableName): string[] {
  return Object.keys(COMPARISON_TABLES[table].columns);
}
