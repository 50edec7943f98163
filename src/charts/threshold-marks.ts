import type { LabelAnnotation, LineAnnotation } from './annotations.ts';
import { PLOT_HEIGHT } from './layout.ts';
import { INK, textFont } from './palette.ts';
import { estimatedWidth } from './text.ts';
import type { ThresholdLevel } from './thresholds.ts';

const LABEL_SIZE = 12;
const LINE_HEIGHT = 15;
const GAP = 8;

/** What thresholds add to a chart. */
export interface ThresholdMarks {
  readonly annotations: Record<string, LabelAnnotation | LineAnnotation>;
  /** Pixels to keep free to the right of the plot for the labels. */
  readonly rightMargin: number;
}

/**
 * Draws each level across the plot and names it to the right of the plot, where no line of data runs.
 * @param levels smallest first
 * @param days where the plot ends
 * @param top the largest value of the vertical axis
 */
export function thresholdMarks(levels: readonly ThresholdLevel[], days: number, top: number): ThresholdMarks {
  const labels = levels.map(({ count, names }) => [`threshold ${count}:`, ...names]);
  const annotations: Record<string, LabelAnnotation | LineAnnotation> = {};
  let lowestFree = Number.NEGATIVE_INFINITY;
  levels.forEach(({ count }, index) => {
    const height = labels[index].length * LINE_HEIGHT;
    const wanted = (count / top) * PLOT_HEIGHT - height / 2;
    const bottom = Math.max(wanted, lowestFree);
    lowestFree = bottom + height;
    annotations[`threshold${index}`] = line(count);
    annotations[`thresholdLabel${index}`] = label(labels[index], count, days, wanted - bottom);
  });
  const widest = Math.max(0, ...labels.flat().map((text) => estimatedWidth(text, LABEL_SIZE)));
  return { annotations, rightMargin: Math.ceil(widest + 2 * GAP) };
}

function line(value: number): LineAnnotation {
  return {
    type: 'line',
    scaleID: 'y',
    value,
    borderColor: INK.threshold,
    borderWidth: 1.5,
    borderDash: [3, 5],
  };
}

function label(content: readonly string[], count: number, days: number, yAdjust: number): LabelAnnotation {
  return {
    type: 'label',
    content,
    xScaleID: 'x',
    yScaleID: 'y',
    xValue: days,
    yValue: count,
    position: { x: 'start', y: 'center' },
    xAdjust: GAP,
    yAdjust,
    textAlign: 'start',
    padding: 0,
    color: INK.text,
    font: textFont(LABEL_SIZE, 600),
  };
}
