import type { ComparedFigure, Comparison } from './compare.ts';

/** The figures to tell a reader: the one that carries the verdict, then the other headlines. */
export function figuresToTell({ figures, primary }: Comparison): ComparedFigure[] {
  const headlines = figures.filter(({ description }) => description.headline);
  const isPrimary = ({ description }: ComparedFigure) => description.path === primary;
  return [...headlines.filter(isPrimary), ...headlines.filter((figure) => !isPrimary(figure))];
}
