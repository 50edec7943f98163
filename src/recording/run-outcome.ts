import type { Finding } from './closing-words/finding.ts';
import type { SentMessages } from './closing-words/sent-messages.ts';
import type { FailedExpectation } from './figures/expectations.ts';
import type { Figures } from './figures/figures.ts';
import type { RunSeries } from './run-series.ts';

/** What a run gave. */
export interface RunOutcome {
  /** The content of `summary.json`. */
  readonly summary: Figures;
  /** By day. */
  readonly series: RunSeries;
  /** What charts are drawn from: by day, or in shorter steps of a short run. */
  readonly charted: RunSeries;
  readonly failedExpectations: readonly FailedExpectation[];
  /** What happened, for a first reader: to how many machines, because of what, and what is due after the end. */
  readonly findings: readonly Finding[];
  /** What left for Microsoft, by reason and way. */
  readonly sent: readonly SentMessages[];
  /** The sentences of the findings. */
  readonly story: readonly string[];
}
