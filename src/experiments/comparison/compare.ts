import type { Values } from '../statistics/pairs.ts';
import type { DesignResults } from './design-results.ts';
import { type Difference, differenceOf, shareDifferenceOf } from './difference.ts';
import { type Estimate, estimateOf, shareOf } from './estimate.ts';
import { type FigureDescription, HEADLINES, plainFigure, sourceOf } from './figure-descriptions.ts';
import { columnOf, type DesignValues, designValues } from './figure-values.ts';
import { type Judgment, judge } from './verdict.ts';

/** Several designs side by side, each against the first. */
export interface Comparison {
  /** The share of intervals that hold the truth, each by itself: they are not simultaneous. */
  readonly confidence: number;
  readonly designs: readonly ComparedDesign[];
  /** The headline figures first, then all others in the order of `summary.json`. */
  readonly figures: readonly ComparedFigure[];
}

export interface ComparedDesign {
  readonly name: string;
  /** Replications that it has results of. */
  readonly replications: number;
  /** Replications that both it and the first design have results of. */
  readonly inCommon: number;
}

export interface ComparedFigure {
  readonly description: FigureDescription;
  /** In the order of the designs. */
  readonly designs: readonly FigureOfDesign[];
}

export interface FigureOfDesign {
  readonly design: string;
  /** Whether any replication of the design has such a figure, be it `null`. */
  readonly known: boolean;
  readonly estimate: Estimate;
  /** Against the first design; `null` of the first itself. */
  readonly difference: Difference | null;
  readonly judgment: Judgment;
}

/** A design with its results as columns. */
interface Design {
  readonly name: string;
  readonly replications: readonly number[];
  readonly values: DesignValues;
}

/**
 * Compares designs that ran on common random numbers: equal numbers of replications met equal luck and are paired.
 *
 * @param results one a design, with different names; the first is what the others are compared with
 * @param options.confidence the share of intervals that hold the truth; 0.95
 */
export function compareDesigns(
  results: readonly DesignResults[],
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): Comparison {
  const designs = results.map((result) => ({
    name: result.design,
    replications: [...result.replications.keys()].sort((one, other) => one - other),
    values: designValues(result),
  }));
  return {
    confidence,
    designs: designs.map(({ name, replications }) => ({
      name,
      replications: replications.length,
      inCommon: replications.filter((number) => results[0].replications.has(number)).length,
    })),
    figures: describedFigures(designs).map((figure) => compareFigure(figure, designs, confidence)),
  };
}

/** The headline figures that some design has a value of, then all other figures. */
function describedFigures(designs: readonly Design[]): FigureDescription[] {
  const paths = new Set(designs.flatMap(({ values }) => [...values.keys()]));
  const headlines = HEADLINES.filter((figure) => paths.has(sourceOf(figure)));
  const told = new Set(headlines.map(({ path }) => path));
  return [...headlines, ...[...paths].filter((path) => !told.has(path)).map(plainFigure)];
}

function compareFigure(
  description: FigureDescription,
  designs: readonly Design[],
  confidence: number,
): ComparedFigure {
  const { share } = description;
  const first = valuesOf(description, designs[0]);
  return {
    description,
    designs: designs.map((design, place) => {
      const values = place === 0 ? first : valuesOf(description, design);
      const estimate = share ? shareOf(values, confidence) : estimateOf(values, confidence);
      const known = design.values.has(sourceOf(description));
      const shown = { design: design.name, known, estimate };
      if (place === 0)
        return { ...shown, difference: null, judgment: { verdict: 'reference', by: 'values' } };
      const difference = (share ? shareDifferenceOf : differenceOf)(first, values, confidence);
      return { ...shown, difference, judgment: judge(description, difference, confidence) };
    }),
  };
}

/** The column of a figure: of a share 1 where it holds, 0 where not. */
function valuesOf(description: FigureDescription, { values, replications }: Design): Values {
  const column = columnOf(values, sourceOf(description), replications);
  const { share } = description;
  if (share === undefined || !values.has(share.of)) return column;
  const holds = (value: number | null) => value !== null && (share.that === 'exists' || value > 0);
  return new Map([...column].map(([replication, value]) => [replication, holds(value) ? 1 : 0]));
}
