import type { DayDataset } from './frame.ts';
import { HOST_COLORS } from './palette.ts';

/** Lines that stay readable in one chart; each has a color, a marker and a dash of its own. */
export const MAX_LINES = HOST_COLORS.length;
/** Characters of a name in the legend. */
export const NAME_LIMIT = 24;
const MARKERS = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot', 'star', 'circle', 'rect'] as const;
const DASHES = [[], [12, 4], [5, 4], [16, 4, 4, 4], [], [12, 4], [5, 4], [16, 4, 4, 4]];
const MARKERS_A_LINE = 8;

/** A later line lies over an earlier one and is broken, and their markers alternate: equal values stay visible. */
export function lineStyle(index: number): Omit<DayDataset, 'label' | 'data'> {
  return {
    yAxisID: 'y',
    order: -index,
    borderColor: HOST_COLORS[index],
    backgroundColor: HOST_COLORS[index],
    borderWidth: 2.5,
    borderDash: DASHES[index],
    stepped: 'before',
    pointStyle: MARKERS[index],
    pointBorderWidth: 2,
    pointHitRadius: 4,
    clip: 8,
  };
}

/** The size of the marker at each point: some along the line, in another place for each line, none at the end. */
export function markerSizes(points: number, index: number, lines: number): number[] {
  const spacing = Math.max(1, Math.floor((points - 1) / MARKERS_A_LINE));
  const offset = Math.floor(((index + 0.5) / lines) * spacing);
  return Array.from({ length: points }, (_, point) =>
    point % spacing === offset && point < points - 1 ? 5 : 0,
  );
}
