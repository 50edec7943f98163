import type { ComparedFigure, Comparison } from './compare.ts';

/**
 * The figures to tell a reader: the headlines, without shares of replications that are the same 0 or 100 % in every
 * design and so say nothing.
 */
export function figuresToTell({ figures }: Comparison): ComparedFigure[] {
  return figures.filter(({ description, designs }) => {
    if (!description.headline) return false;
    if (description.share === undefined) return true;
    const means = designs.map(({ estimate }) => estimate.mean);
    return !means.every((mean) => mean === means[0] && (mean === 0 || mean === 1));
  });
}
