import type { Design } from '../../../experiments/replications/design.ts';
import { figureNames } from '../../../experiments/replications/figure-names.ts';
import { suggestion } from '../../../text/nearest.ts';
import { UsageError } from '../command-line-error.ts';

/**
 * Makes sure that every design has the figure that an option names.
 *
 * @throws UsageError with the figure that may have been meant
 */
export function requireFigure(option: string, figure: string, designs: readonly Design[]): void {
  for (const { name, parameters } of designs) {
    const figures = figureNames(parameters);
    if (!figures.includes(figure))
      throw new UsageError(`${option}: ${name} has no figure ${figure}${suggestion(figure, figures)}`);
  }
}
