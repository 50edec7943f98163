import type { Values } from '../statistics/pairs.ts';
import { type Choice, chooseDesign } from './choice.ts';
import { type DesignResults, valuesOf } from './design-results.ts';
import { type Difference, differenceOf, shareDifferenceOf } from './difference.ts';
import { type Estimate, estimateOf, shareOf } from './estimate.ts';
import {
  COST,
  DEFAULT_PRIMARY,
  type FigureDescription,
  HEADLINES,
  isOfWholeEstate,
  moreNotified,
  plainFigure,
  sourceOf,
} from './figure-descriptions.ts';
import { type Candidate, judge } from './judge.ts';
import { type Judgment, untested } from './verdict.ts';

/** Several designs side by side, each against the first. */
export interface Comparison {
  /** The share of intervals that hold the truth, each by itself: they are not simultaneous. Verdicts are. */
  readonly confidence: number;
  /** Whether chance plays a part in any of the designs. */
  readonly random: boolean;
  /** Path of the figure that carries the verdict; the other headlines are adjusted together. */
  readonly primary: string;
  readonly designs: readonly ComparedDesign[];
  /** The headline figures first, then the others in the order of `summary.json`. */
  readonly figures: readonly ComparedFigure[];
  /** Which design the primary figure speaks for; `null` of a single design. */
  readonly choice: Choice | null;
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
  /** Whether the design has such a figure at all, be it `null`. */
  readonly known: boolean;
  readonly estimate: Estimate;
  /** Against the first design; `null` of the first itself. */
  readonly difference: Difference | null;
  readonly judgment: Judgment;
}

export interface ComparisonOptions {
  /** The share of intervals that hold the truth; 0.95. */
  readonly confidence?: number;
  /** Path of the figure that carries the verdict: a headline's, or any other's, which then counts among them. */
  readonly primary?: string;
  /** Which figures besides the headlines: of the whole estate, or also of each group, host and key. */
  readonly figures?: 'estate' | 'all';
  /** Machines in Notification that are many: the share of replications with more is counted. A tenth of the first design's. */
  readonly moreThan?: number;
  /** By path, in the figure's own unit: what may be worse without being called so. */
  readonly equivalence?: Readonly<Record<string, number>>;
  /** Whether verdicts are given; the points of a sweep are not compared with the first. */
  readonly judged?: boolean;
}

/**
 * Compares designs that ran on common random numbers: equal numbers of replications met equal luck and are paired.
 *
 * @param results one a design, with different names; the first is what the others are compared with
 */
export function compareDesigns(
  results: readonly DesignResults[],
  options: ComparisonOptions = {},
): Comparison {
  const { confidence = 0.95, primary = DEFAULT_PRIMARY, judged = true, equivalence = {} } = options;
  const random = results.some((result) => result.random);
  const measured = describedFigures(results, options).map((description) =>
    measure(description, results, confidence),
  );
  const toJudge = judged ? measured.filter(({ description }) => description.headline) : [];
  const rules = { confidence, primary, random, margins: new Map(Object.entries(equivalence)) };
  const candidates = toJudge.flatMap(candidatesOf);
  const judgments = judge(candidates, rules);
  const judgmentOf = new Map(candidates.map(({ difference }, index) => [difference, judgments[index]]));
  const figures = measured.map(({ description, designs }) => ({
    description,
    designs: designs.map((design) => ({
      ...design,
      judgment:
        design.difference === null
          ? untested('reference')
          : (judgmentOf.get(design.difference) ?? untested('not judged')),
    })),
  }));
  const first = new Set(results[0].replications);
  return {
    confidence,
    random,
    primary,
    designs: results.map(({ design, replications }) => ({
      name: design,
      replications: replications.length,
      inCommon: replications.filter((number) => first.has(number)).length,
    })),
    figures,
    choice: judged ? choiceOf(results, figures, { confidence, primary, random }) : null,
  };
}

function choiceOf(
  results: readonly DesignResults[],
  figures: readonly ComparedFigure[],
  { confidence, primary, random }: Pick<Comparison, 'confidence' | 'primary' | 'random'>,
): Choice | null {
  const figure = figures.find(
    ({ description, designs }) => description.path === primary && designs.every(({ known }) => known),
  );
  if (figure === undefined || results.length < 2) return null;
  const { description, designs } = figure;
  const values = results.map((result) => figureValues(description, result));
  return chooseDesign({ description, values, confidence, random, verdict: designs[1].judgment.verdict });
}

/** A figure whose differences are not judged yet. */
interface MeasuredFigure {
  readonly description: FigureDescription;
  readonly designs: readonly Omit<FigureOfDesign, 'judgment'>[];
}

/** The headline figures that some design has a value of, then the others that are asked for. */
function describedFigures(
  results: readonly DesignResults[],
  options: ComparisonOptions,
): FigureDescription[] {
  const { primary = DEFAULT_PRIMARY, figures = 'estate', moreThan = usualMany(results[0]) } = options;
  const asked = new Set([primary, ...Object.keys(options.equivalence ?? {})]);
  const paths = new Set(results.flatMap(({ columns }) => [...columns.keys()]));
  const many = moreThan > 0 ? [moreNotified(moreThan)] : [];
  const known = [...HEADLINES, ...many].filter((figure) => paths.has(sourceOf(figure)));
  const currency = commonCurrency(results);
  const described = known.map((figure) => ({
    ...(figure.path === COST && currency !== '' ? pricedIn(figure, currency) : figure),
    headline: figure.headline || asked.has(figure.path),
  }));
  const told = new Set(described.map(({ path }) => path));
  const others = [...paths].filter(
    (path) => !told.has(path) && (figures === 'all' || asked.has(path) || isOfWholeEstate(path)),
  );
  const plain = others.map((path) => ({ ...plainFigure(path), headline: asked.has(path) }));
  return [...described, ...plain];
}

function pricedIn(cost: FigureDescription, currency: string): FigureDescription {
  return { ...cost, unit: currency, thing: { one: currency, many: currency, rest: 'of cost' } };
}

/** The currency of all designs that have prices; empty where they differ, for then no unit is right. */
function commonCurrency(results: readonly DesignResults[]): string {
  const currencies = new Set(results.flatMap(({ currency }) => currency ?? []));
  const [only] = currencies;
  return currencies.size === 1 ? only : '';
}

/** The part of an estate whose machines are many. */
const MANY = 0.1;

function usualMany({ columns }: DesignResults): number {
  return Math.floor((columns.get('machines.total')?.[0] ?? 0) * MANY);
}

function measure(
  description: FigureDescription,
  results: readonly DesignResults[],
  confidence: number,
): MeasuredFigure {
  const { share, preference } = description;
  const all = results.map((result) => figureValues(description, result));
  return {
    description,
    designs: results.map(({ design, columns }, place) => ({
      design,
      known: columns.has(sourceOf(description)),
      estimate: (share ? shareOf : estimateOf)(all[place], confidence, preference),
      difference:
        place === 0 ? null : (share ? shareDifferenceOf : differenceOf)(all[0], all[place], confidence),
    })),
  };
}

function candidatesOf({ description, designs }: MeasuredFigure): Candidate[] {
  return designs.flatMap(({ difference, known }) =>
    difference === null ? [] : [{ description, difference, inBoth: known && designs[0].known }],
  );
}

/** The values of a figure: of a share 1 where it holds, 0 where not. */
export function figureValues(description: FigureDescription, result: DesignResults): Values {
  const { replications, values } = valuesOf(result, sourceOf(description));
  const { share } = description;
  if (share === undefined || !result.columns.has(share.of)) return { replications, values };
  const { that } = share;
  const holds = (value: number) => (that === 'exists' ? !Number.isNaN(value) : value > that.above);
  return { replications, values: Float64Array.from(values, (value) => (holds(value) ? 1 : 0)) };
}
