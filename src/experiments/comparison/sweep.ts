import type { Values } from '../statistics/pairs.ts';
import { figureValues } from './compare.ts';
import type { DesignResults } from './design-results.ts';
import { type Estimate, estimateOf, shareOf } from './estimate.ts';
import { type FigureDescription, HEADLINES, plainFigure } from './figure-descriptions.ts';

/** What a setting of a scenario may be. */
export type SettingValue = number | string | boolean;

/** A cell of a sweep's grid: the values of its settings, in their order, and what its replications gave. */
export interface SweepCell {
  readonly values: readonly SettingValue[];
  readonly results: DesignResults;
}

/** One figure in a cell of the grid. */
export interface SweepPoint {
  readonly values: readonly SettingValue[];
  readonly estimate: Estimate;
  /** By replication, for pairing with other cells. */
  readonly column: Values;
}

/** One figure over the whole grid, in the order of the cells. */
export interface SweptFigure {
  readonly description: FigureDescription;
  /** The paths of the settings, one or two, such as `machines.site-a.count`. */
  readonly settings: readonly string[];
  readonly confidence: number;
  /** Whether chance plays a part at any point. */
  readonly random: boolean;
  readonly points: readonly SweepPoint[];
}

/**
 * Follows a figure over a grid of settings.
 *
 * @param path of the figure in `summary.json`, or of a headline
 */
export function sweepFigure(
  settings: readonly string[],
  cells: readonly SweepCell[],
  path: string,
  confidence = 0.95,
): SweptFigure {
  const description = describedFigure(path);
  const { share, preference } = description;
  const points = cells.map(({ values, results }) => {
    const column = figureValues(description, results);
    return { values, estimate: (share ? shareOf : estimateOf)(column, confidence, preference), column };
  });
  const random = cells.some(({ results }) => results.random);
  return { description, settings, confidence, random, points };
}

/** The description of a figure by its path: a headline's own, or a plain one. */
export function describedFigure(path: string): FigureDescription {
  return HEADLINES.find((figure) => figure.path === path) ?? plainFigure(path);
}
