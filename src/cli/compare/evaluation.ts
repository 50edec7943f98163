import type { ComparisonOptions } from '../../experiments/comparison/compare.ts';
import { HEADLINES } from '../../experiments/comparison/figure-descriptions.ts';
import type { Design } from '../../experiments/replications/design.ts';
import { requireFigure } from '../shared/campaign/require-figure.ts';
import { UsageError } from '../shared/command-line-error.ts';
import type { CompareArguments } from './options.ts';

/**
 * Reads the options that say how designs are evaluated.
 *
 * @throws UsageError when one makes no sense, or a design does not have the figure
 */
export function readEvaluation(
  args: Pick<CompareArguments, 'primary' | 'more-than' | 'all-figures'>,
  designs: readonly Design[],
): Omit<ComparisonOptions, 'judged' | 'confidence'> {
  const { primary, 'more-than': moreThan } = args;
  if (primary !== undefined && !isHeadline(primary)) requireFigure('--primary', primary, designs);
  if (moreThan !== undefined && !/^[1-9]\d{0,8}$/.test(moreThan))
    throw new UsageError(`--more-than ${moreThan} is not a number of machines`);
  return {
    ...(primary === undefined ? {} : { primary }),
    ...(moreThan === undefined ? {} : { moreThan: Number(moreThan) }),
    ...(args['all-figures'] ? { figures: 'all' as const } : {}),
    ...equivalenceOf(designs),
  };
}

/** The margins that the first design's scenario states; every design has their figures (`checkMargins`). */
function equivalenceOf(designs: readonly Design[]): Pick<ComparisonOptions, 'equivalence'> {
  const { equivalence } = designs[0].resolved;
  if (typeof equivalence !== 'object' || equivalence === null) return {};
  const margins: Record<string, number> = {};
  for (const [figure, margin] of Object.entries(equivalence)) margins[figure] = Number(margin);
  return Object.keys(margins).length === 0 ? {} : { equivalence: margins };
}

function isHeadline(figure: string): boolean {
  return HEADLINES.some(({ path }) => path === figure);
}
