import type { Override } from '../../scenario/document/overrides.ts';
import type { SettingValue } from '../comparison/sweep.ts';
import { MAX_POINTS } from './range.ts';
import { settingValues, type Variation } from './variation.ts';
import { VariationError } from './variation-error.ts';

/** One choice of values for the settings that are varied. */
export interface GridPoint {
  /** What results call it, such as `machines.site-a.count=24`; two settings stand with `; ` between. */
  readonly name: string;
  /** In the order of the settings. */
  readonly values: readonly SettingValue[];
  /** What is laid over the scenario. */
  readonly overrides: readonly Override[];
}

/**
 * Every combination of the values, those of the last setting next to each other.
 *
 * @param variations one or two
 * @throws VariationError when both are of one setting, or there are too many points
 */
export function gridOf(variations: readonly Variation[]): GridPoint[] {
  const [first, second] = variations;
  if (second !== undefined && second.path === first.path)
    throw new VariationError(`${first.path} is varied twice; give all its values at once`);
  const count = variations.reduce((product, { values }) => product * values.length, 1);
  if (count > MAX_POINTS)
    throw new VariationError(`the grid has ${count} points; ${MAX_POINTS} are the most`);
  let points: GridPoint[] = [{ name: '', values: [], overrides: [] }];
  for (const variation of variations) points = points.flatMap((point) => extended(point, variation));
  return points;
}

function extended({ name, values, overrides }: GridPoint, variation: Variation): GridPoint[] {
  const { path } = variation;
  const shown = settingValues(variation.values);
  return variation.values.map((value, index) => ({
    name: `${name === '' ? '' : `${name}; `}${path}=${value}`,
    values: [...values, shown[index]],
    overrides: [...overrides, { path, value }],
  }));
}
