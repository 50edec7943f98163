import type { Calendar } from '../../engine/calendar.ts';
import type { KeyedRandom } from '../../engine/random.ts';
import type { Observer } from './observer.ts';
import type { EstateParameters } from './parameters.ts';
import type { Rules } from './rules.ts';

/** What parts are given besides other parts. */
export interface EstateContext {
  readonly parameters: EstateParameters;
  readonly rules: Rules;
  readonly calendar: Calendar;
  readonly observer: Observer;
  readonly random: KeyedRandom;
}

/**
 * The whole estate: its context and its parts by name. Each part adds itself here, by declaration merging in its
 * own file, and takes in its constructor a `Pick` of what it needs, so that no file has to import every other.
 * `assemble-estate.ts` makes them all; a part that it forgets does not compile.
 */
export interface Estate extends EstateContext {}
