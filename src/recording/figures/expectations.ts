import type { Expectation } from '../../scenario/scenario.ts';
import type { Figures } from './figures.ts';

/** An expectation that did not hold. */
export interface FailedExpectation extends Expectation {
  /** What the run gave; `null` when there is no such figure. */
  readonly actual: number | null;
}

const HOLDS: Record<Expectation['comparison'], (actual: number, value: number) => boolean> = {
  is: (actual, value) => actual === value,
  atLeast: (actual, value) => actual >= value,
  atMost: (actual, value) => actual <= value,
  above: (actual, value) => actual > value,
  below: (actual, value) => actual < value,
};

/** The expectations that a run did not meet, in their order. One about a figure that does not exist is not met. */
export function failedExpectations(
  figures: Figures,
  expectations: readonly Expectation[],
): FailedExpectation[] {
  return expectations
    .map((expectation) => ({ ...expectation, actual: figureAt(figures, expectation.figure) }))
    .filter(({ comparison, value, actual }) => !meets(comparison, value, actual));
}

/** Whether a figure is as expected; `null`: it does not exist. */
export function meets(
  comparison: Expectation['comparison'],
  value: number | null,
  actual: number | null,
): boolean {
  if (actual === null || value === null) return comparison === 'is' && actual === value;
  return HOLDS[comparison](actual, value);
}

/**
 * The figure at a path with dots, such as `hosts.kms-1.maxCount`; `null` when there is none. Names that hold
 * dots themselves are found: of several readings that lead to a figure the longest name counts.
 */
export function figureAt(figures: Figures, path: string): number | null {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const name = steps.slice(0, length).join('.');
    if (!Object.hasOwn(figures, name)) continue;
    const figure = figureIn(figures[name], steps.slice(length));
    if (figure !== null) return figure;
  }
  return null;
}

function figureIn(value: number | null | Figures, rest: readonly string[]): number | null {
  if (value === null) return null;
  if (typeof value === 'number') return rest.length === 0 ? value : null;
  return rest.length === 0 ? null : figureAt(value, rest.join('.'));
}
