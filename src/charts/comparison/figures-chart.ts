import type { ChartConfiguration } from 'chart.js';
import type { ComparedFigure, Comparison } from '../../experiments/comparison/compare.ts';
import type { Estimate } from '../../experiments/comparison/estimate.ts';
import { figuresToTell } from '../../experiments/comparison/headline-choice.ts';
import { percent } from '../../experiments/comparison/sentences.ts';
import { shownMean, shownTitle } from '../../experiments/comparison/shown-value.ts';
import { designStyle } from './design-styles.ts';
import type { Panel, Range } from './panel.ts';
import { panelCharts } from './panel-charts.ts';

/** The scale of shares, in percent. */
const WHOLE: Range = [0, 100];

/** Longest panel that fits a column of a chart. */
export const MAX_DESIGNS = 24;

/** The headline figures of all designs side by side, each figure on a scale of its own. */
export function figuresCharts(title: string, comparison: Comparison): ChartConfiguration[] {
  const told = figuresToTell(comparison);
  if (told.length === 0) return [];
  const left = comparison.designs.length - MAX_DESIGNS;
  return panelCharts({
    title,
    caption: 'Each figure by design: the mean over the replications',
    notes: [
      `thick line: ${percent(comparison.confidence)} interval of the mean`,
      'thin line: 5 to 95 % of the replications',
      'every figure has its own scale',
      left > 0 ? `${left} more designs not drawn` : undefined,
    ],
    panels: told.map(panelOf),
  });
}

function panelOf({ description, designs }: ComparedFigure): Panel {
  const { perUnit, share } = description;
  const shown = (value: number) => value / perUnit;
  return {
    title: shownTitle(description),
    zeroLine: false,
    ends: share === undefined ? undefined : WHOLE,
    rows: designs.slice(0, MAX_DESIGNS).map(({ design, estimate }, place) => {
      const { color, marker } = designStyle(place);
      return {
        label: design,
        value: estimate.mean === null ? null : shown(estimate.mean),
        interval: rangeOf(estimate.low, estimate.high, shown),
        spread: share === undefined ? rangeOf(estimate.p5, estimate.p95, shown) : null,
        text: textOf(shownMean(description, estimate, true), estimate),
        color,
        marker,
        hollow: false,
      };
    }),
  };
}

function textOf(mean: string, { count, missing }: Estimate): string {
  return missing === 0 ? mean : `${mean} in ${count} of ${count + missing}`;
}

function rangeOf(low: number | null, high: number | null, shown: (value: number) => number): Range | null {
  return low === null || high === null ? null : [shown(low), shown(high)];
}
