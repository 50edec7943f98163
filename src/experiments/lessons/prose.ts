import { figureAt } from '../../recording/figures/expectations.ts';
import type { Figures } from '../../recording/figures/figures.ts';
import { decimalsFor, formatNumber } from '../../text/numbers.ts';

/** `{machines.everNotification}`: a path has dots and no spaces, so that pieces of YAML are none. */
const FIGURE = /\{([\w-]+(?:\.[^\s{}]+)+)\}/g;

/** The figures that a text shows, as paths of `summary.json`. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(FIGURE)].map(([, path]) => path);
}

/** A text with the figures of a run in it: what it says of numbers is never wrong. */
export function withFigures(text: string, figures: Figures): string {
  return text.replace(FIGURE, (_, path: string) => shownFigure(figureAt(figures, path)));
}

/** A figure for people; `null`: there is none. */
export function shownFigure(value: number | null): string {
  return value === null ? 'none' : formatNumber(value, decimalsFor(value, null));
}
