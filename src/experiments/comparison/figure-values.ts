import type { Figures } from '../../recording/figures/figures.ts';

/** A figure of one run: its path in `summary.json` and its value, `null` when it does not exist. */
export type FlatFigure = readonly [path: string, value: number | null];

/** The figures of one run as a column. */
export interface FigureColumn {
  /** Paths in `summary.json`, in its order. Runs of one design share the array. */
  readonly paths: readonly string[];
  /** One a path; `NaN` of a figure that does not exist. */
  readonly values: Float64Array;
}

/**
 * All figures of a run, in the order of `summary.json`.
 *
 * @param enters says of a collection, by its path, whether what is in it is wanted; by default everything is
 */
export function* flatFigures(
  figures: Figures,
  within = '',
  enters: (collection: string) => boolean = () => true,
): Generator<FlatFigure> {
  for (const [name, value] of Object.entries(figures)) {
    const path = `${within}${name}`;
    if (value === null || typeof value === 'number') yield [path, value];
    else if (enters(path)) yield* flatFigures(value, `${path}.`, enters);
  }
}

/** The figures of a run as a column of values; `enters` is that of {@link flatFigures}. */
export function figureColumn(figures: Figures, enters?: (collection: string) => boolean): FigureColumn {
  const flat = [...flatFigures(figures, '', enters)];
  return {
    paths: flat.map(([path]) => path),
    values: Float64Array.from(flat, ([, value]) => value ?? Number.NaN),
  };
}
