import { type Threshold, thresholdsInUse, thresholdsOf } from '../../charts/thresholds.ts';
import type { Minutes } from '../../engine/time.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import type { RunOutcome } from '../../recording/run-outcome.ts';
import type { RunSeries } from '../../recording/run-series.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type EstateView, estateView } from './estate-view.ts';
import { type Happening, happeningsOf } from './happenings.ts';

/** An expectation of the scenario and what became of it. */
export interface ExpectationResult {
  readonly figure: string;
  /** As the scenario writes it, such as `atMost 12`. */
  readonly expected: string;
  readonly held: boolean;
  /** What the run gave, of one that did not hold. */
  readonly actual: number | null;
}

/** Everything that a page shows of one run: the same whether the run was recorded or repeated in the page. */
export interface RunContent {
  readonly title: string;
  /** ISO date of minute 0. */
  readonly start: string;
  readonly duration: Minutes;
  /** The closing words. */
  readonly words: readonly string[];
  /** The content of `summary.json`. */
  readonly summary: Figures;
  readonly expectations: readonly ExpectationResult[];
  /** What is at the end of each day. */
  readonly series: RunSeries;
  /** Whether the series have each group by itself; else all computers as one. */
  readonly groupsApart: boolean;
  /** The shorter steps that a short run is charted in; `null`: its days are charted. */
  readonly steps: RunSeries | null;
  readonly thresholds: readonly Threshold[];
  readonly estate: EstateView;
  readonly happenings: readonly Happening[];
}

/** What a page shows of a run that is over. */
export function runContent(scenario: Scenario, outcome: RunOutcome): RunContent {
  const { series, charted, summary, story, failedExpectations } = outcome;
  const thresholds = thresholdsOf(scenario.parameters.rules);
  const inUse = thresholdsInUse(thresholds, series.clientFamilies);
  const levels = [...new Set(inUse.map(({ count }) => count))];
  const failed = new Map(failedExpectations.map(({ line, figure, actual }) => [`${line} ${figure}`, actual]));
  return {
    title: scenario.title,
    start: scenario.start,
    duration: scenario.parameters.duration,
    words: story,
    summary,
    expectations: scenario.expectations.map(({ line, figure, comparison, value }) => ({
      figure,
      expected: `${comparison} ${value}`,
      held: !failed.has(`${line} ${figure}`),
      actual: failed.get(`${line} ${figure}`) ?? null,
    })),
    series,
    groupsApart: true,
    steps: charted === series ? null : charted,
    thresholds,
    estate: estateView(scenario.parameters, levels),
    happenings: happeningsOf(scenario, charted),
  };
}

/** The series that charts are drawn from: that with the shortest steps. */
export function chartedSeries({ series, steps }: RunContent): RunSeries {
  return steps ?? series;
}
