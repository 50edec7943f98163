import type { ChartConfiguration } from 'chart.js';
import type { ComparedFigure, Comparison } from '../../experiments/comparison/compare.ts';
import { figuresToTell } from '../../experiments/comparison/headline-choice.ts';
import { percent } from '../../experiments/comparison/sentences.ts';
import { shownDifference, shownTitle } from '../../experiments/comparison/shown-value.ts';
import type { Verdict } from '../../experiments/comparison/verdict.ts';
import { plainText } from '../../text/plain-text.ts';
import { OKABE_ITO } from '../palette.ts';
import { MAX_DESIGNS } from './figures-chart.ts';
import type { Panel, PanelRow } from './panel.ts';
import { panelCharts } from './panel-charts.ts';

const NAME_LIMIT = 30;
const OPEN = { color: '#6E6E6E', marker: 'circle', hollow: true } as const;

/** How a verdict looks, in color and in shape. */
const LOOKS: Record<Verdict, Pick<PanelRow, 'color' | 'marker' | 'hollow'>> = {
  better: { color: OKABE_ITO.bluishGreen, marker: 'circle', hollow: false },
  worse: { color: OKABE_ITO.vermillion, marker: 'rect', hollow: false },
  differs: { color: OKABE_ITO.blue, marker: 'rectRot', hollow: false },
  'no worse': { color: OKABE_ITO.bluishGreen, marker: 'circle', hollow: true },
  'no difference shown': OPEN,
  'not judged': OPEN,
  'not known': OPEN,
  reference: OPEN,
};

/** How each design differs from the first in the headline figures, with the verdicts; none for one design. */
export function differencesCharts(title: string, comparison: Comparison): ChartConfiguration[] {
  const told = figuresToTell(comparison);
  const [first, ...others] = comparison.designs;
  if (told.length === 0 || others.length === 0) return [];
  return panelCharts({
    title,
    caption: `Difference of each design from ${plainText(first.name, NAME_LIMIT)}, in pairs of replications, with its ${percent(comparison.confidence)} interval`,
    notes: [
      'green dot: better; red square: worse; blue diamond: differs; hollow gray: no difference shown',
      others.length > MAX_DESIGNS ? `${others.length - MAX_DESIGNS} more designs not drawn` : undefined,
    ],
    panels: told.map(panelOf),
  });
}

function panelOf({ description, designs }: ComparedFigure): Panel {
  const { perUnit } = description;
  return {
    title: shownTitle(description),
    zeroLine: true,
    rows: designs.slice(1, MAX_DESIGNS + 1).map(({ design, difference, judgment }) => {
      const { mean, low, high } = difference ?? { mean: null, low: null, high: null };
      return {
        label: design,
        value: mean === null ? null : mean / perUnit,
        interval: low === null || high === null ? null : [low / perUnit, high / perUnit],
        spread: null,
        text: shownDifference(description, difference),
        ...LOOKS[judgment.verdict],
      };
    }),
  };
}
