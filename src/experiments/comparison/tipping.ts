import { existingOf } from '../statistics/pairs.ts';
import { differenceOf } from './difference.ts';
import { placeOfSetting } from './setting-place.ts';
import type { SweepPoint, SweptFigure } from './sweep.ts';
import { LEAST_REPLICATIONS } from './verdict.ts';

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
  /** Whether all replications agree, but so few that luck may make them. */
  readonly few: boolean;
}

/** What a setting does to a figure. */
export interface SweepCourse {
  readonly course: Course;
  /** `null` when the figure changes gradually or not at all. */
  readonly tipping: Tipping | null;
  /**
   * A point at which the figure is seen above or below 0 next to one at which it never is, in too few replications to be more than
   * luck; `null` when there is none, or the answer tips.
   */
  readonly seen: SweepPoint | null;
}

/** Two neighbors along the setting, and how they differ. */
interface Step {
  readonly before: SweepPoint;
  readonly after: SweepPoint;
  /** Which way the figure goes: 1 up, -1 down, 0 where luck alone may make the difference. */
  readonly side: number;
  readonly few: boolean;
}

/** What is followed along its first setting. */
export type Followed = Pick<SweptFigure, 'points' | 'confidence' | 'random'>;

/**
 * Finds where the answer tips along the first setting. Numbers are taken in
 * ascending order, other values in the order given. A change between existing and not, or between 0 and not, goes before
 * the largest step. Only a change that is more than luck counts, a step also only if it is more than half of the range.
 */
export function findTipping({ points, confidence, random }: Followed): SweepCourse {
  const steps = stepsOf(inOrder(points), { confidence, random });
  const fromZero = steps.filter(
    ({ before, after }) => isZero(before) !== isZero(after) && bothExist(before, after),
  );
  const places: [TippingKind, Step[]][] = [
    [
      'exists',
      steps.filter(({ before, after }) => (before.estimate.count === 0) !== (after.estimate.count === 0)),
    ],
    ['from zero', fromZero.filter(({ side }) => side !== 0)],
    ['step', largeSteps(steps)],
  ];
  const course = courseOf(steps);
  const found = places.find(([, candidates]) => candidates.length > 0);
  if (found === undefined) {
    const [unclear] = fromZero;
    const seen = unclear === undefined ? null : isZero(unclear.before) ? unclear.after : unclear.before;
    return { course, tipping: null, seen };
  }
  const [kind, candidates] = found;
  const { before, after, few } = largest(candidates);
  const tipping = { kind, before, after, others: candidates.length - 1, few: few && kind !== 'exists' };
  return { course, tipping, seen: null };
}

/** Points along the first setting: numbers ascending, other values in the order given. */
export function inOrder(points: readonly SweepPoint[]): SweepPoint[] {
  const placed = points.map((point) => ({ point, place: placeOfSetting(point.values[0]) }));
  if (placed.some(({ place }) => place === null)) return [...points];
  return placed.toSorted((one, other) => Number(one.place) - Number(other.place)).map(({ point }) => point);
}

function stepsOf(
  points: readonly SweepPoint[],
  { confidence, random }: Pick<Followed, 'confidence' | 'random'>,
): Step[] {
  return points.slice(1).map((after, index) => {
    const before = points[index];
    const { mean, pairs, pValue } = differenceOf(before.column, after.column, confidence);
    const isShown = !random || (pairs >= LEAST_REPLICATIONS && pValue <= 1 - confidence);
    const agree = isConstant(before) && isConstant(after);
    return { before, after, side: isShown || agree ? Math.sign(mean ?? 0) : 0, few: !isShown };
  });
}

function largeSteps(steps: readonly Step[]): Step[] {
  if (steps.length < LEAST_POINTS_FOR_STEP - 1) return [];
  const means = steps.flatMap(({ before, after }) => [before.estimate.mean, after.estimate.mean]);
  const existing = means.filter((mean) => mean !== null);
  const range = Math.max(...existing) - Math.min(...existing);
  return steps.filter((step) => step.side !== 0 && sizeOf(step) > range * LARGE_PART);
}

function largest(steps: readonly Step[]): Step {
  return steps.reduce((most, step) => (sizeOf(step) > sizeOf(most) ? step : most));
}

function sizeOf({ before, after }: Step): number {
  return Math.abs((after.estimate.mean ?? 0) - (before.estimate.mean ?? 0));
}

function courseOf(steps: readonly Step[]): Course {
  const signs = new Set(steps.map(({ side }) => side));
  if (signs.has(1)) return signs.has(-1) ? 'rises and falls' : 'rises';
  return signs.has(-1) ? 'falls' : 'stays';
}

/** Whether the figure has one value in all replications. */
function isConstant({ column }: SweepPoint): boolean {
  const values = existingOf(column);
  return values.length > 0 && values.every((value) => value === values[0]);
}

/** Whether the figure is 0 in every replication. */
function isZero({ estimate: { mean, count }, column }: SweepPoint): boolean {
  return mean === 0 && count > 0 && existingOf(column).every((value) => value === 0);
}

function bothExist(before: SweepPoint, after: SweepPoint): boolean {
  return before.estimate.count > 0 && after.estimate.count > 0;
}
