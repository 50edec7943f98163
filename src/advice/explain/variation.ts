import type { EstateParameters } from '../../model/definitions/parameters.ts';

/** A failure that struck: its number among those of the same thing, from 0. */
export interface Strike {
  readonly name: string;
  readonly occurrence: number;
}

/** What is different from the run that is explained. */
export interface Variation {
  /** Entries of the timeline that are left out, by index. */
  readonly entries: readonly number[];
  readonly strikes: readonly Strike[];
  /** Settings as `--set` takes them. */
  readonly sets: readonly string[];
}

/** Gives the estate with more settings, or `null` when they make no valid scenario. */
export type Vary = (sets: readonly string[]) => EstateParameters | null;

/** The parameters of a variation, or `null` when its settings make no valid scenario. */
export function parametersOf(
  base: EstateParameters,
  { entries, strikes, sets }: Variation,
  vary: Vary,
): EstateParameters | null {
  const varied = sets.length === 0 ? base : vary(sets);
  if (varied === null) return null;
  const timeline = varied.timeline.filter((_, index) => !entries.includes(index));
  const spared = new Map<string, Set<number>>();
  for (const { name, occurrence } of strikes) {
    const known = spared.get(name) ?? new Set();
    spared.set(name, known.add(occurrence));
  }
  return { ...varied, timeline, sparedFailures: spared };
}

/** The same for the same variation, for remembering what it led to. */
export function keyOf({ entries, strikes, sets }: Variation): string {
  return JSON.stringify([entries, strikes.map(({ name, occurrence }) => [name, occurrence]), sets]);
}
