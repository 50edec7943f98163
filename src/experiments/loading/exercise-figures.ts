import type { Scenario } from '../../scenario/scenario.ts';
import type { NamedFigure } from './named-figures.ts';

/** The figures that a scenario's exercise names. */
export function exerciseFigures({ exercise, locate }: Scenario): NamedFigure[] {
  if (exercise === null) return [];
  return (['limits', 'goals'] as const).flatMap((list) =>
    exercise[list].map(({ figure }, index) => ({
      figure,
      range: locate(['exercise', list, index, 'figure']),
      isCompared: true,
    })),
  );
}
