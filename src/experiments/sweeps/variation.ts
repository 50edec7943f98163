import type { SettingValue } from '../comparison/sweep.ts';
import { isRange, MAX_POINTS, rangeOf } from './range.ts';
import { splitAtCommas } from './split-at-commas.ts';
import { VariationError } from './variation-error.ts';

/** A setting of the scenario and the values that it is given, as they would be written for `--set`. */
export interface Variation {
  /** Keys with dots between, such as `machines.desktops.count`. */
  readonly path: string;
  /** At least two, all different. */
  readonly values: readonly string[];
}

const SHAPE = 'PATH=FROM..TO, PATH=FROM..TO..STEP or PATH=VALUE,VALUE';
const EXAMPLE = 'machines.desktops.count=20..30';
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Reads what a setting is to be: `PATH=20..30`, `PATH=1 d..14 d..12 h`, `PATH=one,two`, or ranges among the values of a
 * list. Commas within brackets and quotes are part of a value.
 *
 * @throws VariationError with a message for people
 */
export function parseVariation(text: string): Variation {
  const [, written, list] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  const path = written?.trim() ?? '';
  if (path === '') throw new VariationError(`${text} is not ${SHAPE}, such as ${EXAMPLE}`);
  if (path === 'seed')
    throw new VariationError(
      'the seed is no setting to vary: --replications runs every point with many draws',
    );
  const values = splitAtCommas(list).flatMap((item) => (isRange(item) ? rangeOf(item) : [item]));
  if (values.includes('')) throw new VariationError(`${text} has an empty value; expected ${SHAPE}`);
  if (values.length > MAX_POINTS) throw new VariationError(`${path} has more than ${MAX_POINTS} values`);
  const twice = firstRepeated(settingValues(values));
  if (twice !== undefined) throw new VariationError(`${path} has the value ${twice} twice`);
  if (values.length === 1)
    throw new VariationError(
      `${path} has one value only, ${values[0]}: use --set, or give more, such as ${EXAMPLE}`,
    );
  return { path, values };
}

/** The values as a chart's axis needs them: numbers if all are, otherwise words. */
export function settingValues(values: readonly string[]): SettingValue[] {
  return values.every((value) => NUMBER.test(value)) ? values.map(Number) : [...values];
}

function firstRepeated(values: readonly SettingValue[]): SettingValue | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}
