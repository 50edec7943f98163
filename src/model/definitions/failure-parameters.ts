import type { Minute, Minutes } from '../../engine/time.ts';

export const DISTRIBUTIONS = ['exponential', 'fixed', 'uniform', 'weibull'] as const;

/** Random failures of something that can be down. */
export interface FailureParameters {
  /** How long it works from the end of one failure to the next, on average. */
  readonly every: Minutes;
  /** How long a failure lasts, on average. */
  readonly for: Minutes;
  readonly distribution: (typeof DISTRIBUTIONS)[number];
  /** Of `weibull`. */
  readonly shape: number;
  /** Of `uniform`: the part of the average by which a time may be off. */
  readonly spread: number;
  /** The minute of the first failure; `random`: the process is in equilibrium at the start. */
  readonly first: Minute | 'random';
}
