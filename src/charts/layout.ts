/** Sizes in CSS pixels; pictures multiply them by their scale. */
export const CHART_SIZE = { width: 1200, height: 600 } as const;

/** To the right of the plot, where a chart asks for no more. */
export const RIGHT_MARGIN = 40;

/** What the plot leaves to its left, for the numbers and the unit of its axis. */
const LEFT_MARGIN = 80;

/** About how high the plot is: a little more than with every line of text and the widest strip of outages. */
export const PLOT_HEIGHT = 400;

/** About how wide the plot is. */
export function plotWidth(rightMargin = RIGHT_MARGIN): number {
  return CHART_SIZE.width - LEFT_MARGIN - rightMargin;
}
