import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { figureCatalogue } from '../../recording/figures/figure-catalogue.ts';

/** The paths of all figures that a run of an estate gives, known without running it. */
export function figureNames(parameters: EstateParameters): string[] {
  return figureCatalogue(parameters).map(({ path }) => path);
}
