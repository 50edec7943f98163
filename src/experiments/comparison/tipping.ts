import { type Difference, differenceOf } from './difference.ts';
import type { SweepPoint } from './sweep.ts';

/** A step takes up more than this part of a figure's whole range to be where the answer tips. */
const LARGE_PART = 0.5;
/** Of two values no step can be larger than the others. */
const LEAST_POINTS_FOR_STEP = 3;

/**
 * Why the answer tips at a place: the figure exists on one side only, is 0 in every replication on one side only, or takes
 * its largest step there.
 */
export type TippingKind = 'exists' | 'from zero' | 'step';

/** How a figure goes along a setting, as far as differences are shown by their intervals. */
export type Course = 'rises' | 'falls' | 'rises and falls' | 'stays';

/** Where the answer tips along one setting. */
export interface Tipping {
  readonly kind: TippingKind;
  readonly before: SweepPoint;
  readonly after: SweepPoint;
  /** Other places of the same kind. */
  readonly others: number;
}

/** What a setting does to a figure. */
export interface SweepCourse {
  readonly course: Course;
  /** `null` when the figure changes gradually or not at all. */
  readonly tipping: Tipping | null;
}

/** Two neighbors along the setting and how they differ, replication by replication. */
interface Step {
  readonly before: SweepPoint;
  readonly after: SweepPoint;
  readonly difference: Difference;
}

/**
 * Finds where the answer tips along the first setting. Numbers are taken in
 * ascending order, other values in the order given. A change between existing and not, or between 0 and not, goes before
 * the largest step; a step counts only if it is more than half of the range and its interval leaves 0 out.
 */
export function findTipping(points: readonly SweepPoint[], confidence: number): SweepCourse {
  const steps = stepsOf(inOrder(points), confidence);
  const places: [TippingKind, Step[]][] = [
    [
      'exists',
      steps.filter(({ before, after }) => (before.estimate.count === 0) !== (after.estimate.count === 0)),
    ],
    [
      'from zero',
      steps.filter(({ before, after }) => isZero(before) !== isZero(after) && bothExist(before, after)),
    ],
    ['step', largeSteps(steps)],
  ];
  const found = places.find(([, candidates]) => candidates.length > 0);
  if (found === undefined) return { course: courseOf(steps), tipping: null };
  const [kind, candidates] = found;
  const { before, after } = largest(candidates);
  return { course: courseOf(steps), tipping: { kind, before, after, others: candidates.length - 1 } };
}

/** Points along the first setting: numbers ascending, other values in the order given. */
export function inOrder(points: readonly SweepPoint[]): SweepPoint[] {
  const numeric = points.every(({ values }) => typeof values[0] === 'number');
  if (!numeric) return [...points];
  const settingOf = ({ values: [value] }: SweepPoint) => Number(value);
  return points.toSorted((one, other) => settingOf(one) - settingOf(other));
}

function stepsOf(points: readonly SweepPoint[], confidence: number): Step[] {
  return points.slice(1).map((after, index) => {
    const before = points[index];
    return { before, after, difference: differenceOf(before.column, after.column, confidence) };
  });
}

function largeSteps(steps: readonly Step[]): Step[] {
  if (steps.length < LEAST_POINTS_FOR_STEP - 1) return [];
  const means = steps.flatMap(({ before, after }) => [before.estimate.mean, after.estimate.mean]);
  const existing = means.filter((mean) => mean !== null);
  const range = Math.max(...existing) - Math.min(...existing);
  return steps.filter((step) => signOf(step) !== 0 && sizeOf(step) > range * LARGE_PART);
}

function largest(steps: readonly Step[]): Step {
  return steps.reduce((most, step) => (sizeOf(step) > sizeOf(most) ? step : most));
}

function sizeOf({ before, after }: Step): number {
  return Math.abs((after.estimate.mean ?? 0) - (before.estimate.mean ?? 0));
}

function courseOf(steps: readonly Step[]): Course {
  const signs = new Set(steps.map(signOf));
  if (signs.has(1)) return signs.has(-1) ? 'rises and falls' : 'rises';
  return signs.has(-1) ? 'falls' : 'stays';
}

/** Which way a step goes; 0 when its interval does not tell. One pair has no interval and counts as it stands. */
function signOf({ difference: { mean, low, high, pairs } }: Step): number {
  if (mean === null) return 0;
  if (pairs === 1) return Math.sign(mean);
  return low! > 0 || high! < 0 ? Math.sign(mean) : 0;
}

/** Whether the figure is 0 in every replication. */
function isZero({ estimate: { mean, count }, column }: SweepPoint): boolean {
  return mean === 0 && count > 0 && [...column.values()].every((value) => value === 0 || value === null);
}

function bothExist(before: SweepPoint, after: SweepPoint): boolean {
  return before.estimate.count > 0 && after.estimate.count > 0;
}
