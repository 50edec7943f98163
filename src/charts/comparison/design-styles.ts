import { HOST_COLORS } from '../palette.ts';

/** How a design is drawn: it can be told by its color, and without colors by its marker or dash. */
export interface DesignStyle {
  readonly color: string;
  readonly marker: 'circle' | 'rect' | 'triangle' | 'rectRot';
  readonly dash: readonly number[];
}

const MARKERS = ['circle', 'rect', 'triangle', 'rectRot'] as const;
/** Gaps as long as a glance needs: an equal line below shows in them. */
const DASHES = [[], [12, 8], [4, 8], [16, 7, 4, 7]];

/** The style of the design at a place, from 0. Colors come back after eight designs, with other markers. */
export function designStyle(place: number): DesignStyle {
  return {
    color: HOST_COLORS[place % HOST_COLORS.length],
    marker: MARKERS[(place + Math.floor(place / HOST_COLORS.length)) % MARKERS.length],
    dash: DASHES[place % DASHES.length],
  };
}

/** A color of six digits, let through. @param part how much of it stays, 0 to 1 */
export function faded(color: string, part: number): string {
  return `${color}${Math.round(part * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
