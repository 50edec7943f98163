import { exponential, gamma } from './distributions.ts';

/**
 * Residual lives: how much longer something lasts when it is looked at in the middle of a process that has gone on
 * forever. The density is the survival function over the mean (Cox, "Renewal Theory", 1962, section 5.2). Each
 * takes one number uniform on [0, 1), like the distributions themselves.
 */

/** Of the exponential: itself, since it has no memory. */
export const residualExponential = exponential;

/** Of a constant: uniform on 0 to it. */
export function residualFixed(uniform: number, mean: number): number {
  return uniform * mean;
}

/**
 * Of the uniform distribution on mean * (1 - spread) to mean * (1 + spread).
 *
 * @param spread 0 to 1
 */
export function residualUniformAround(uniform: number, mean: number, spread: number): number {
  const shortest = mean * (1 - spread);
  const width = 2 * mean * spread;
  if (uniform * mean <= shortest) return uniform * mean;
  const left = width * width - 2 * width * (uniform * mean - shortest);
  return shortest + width - Math.sqrt(Math.max(0, left));
}

/**
 * Of the Weibull distribution with this mean: its distribution function is the regularized incomplete gamma
 * function P(1 / shape, (x / scale) ** shape), inverted by bisection.
 *
 * @param shape above 0
 */
export function residualWeibull(uniform: number, mean: number, shape: number): number {
  const scale = mean / gamma(1 + 1 / shape);
  const below = (life: number) => lowerGamma(1 / shape, (life / scale) ** shape) <= uniform;
  let high = mean;
  while (below(high)) high *= 2;
  let low = 0;
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Enough for every bit of a double. */
const BISECTIONS = 60;
const PRECISION = 1e-16;
const TINY = 1e-300;

/**
 * The regularized lower incomplete gamma function P(a, x), a and x above or equal to 0: its series (DLMF 8.11.4)
 * where x is small, else one less the continued fraction of the upper one (DLMF 8.9.2) by Lentz's method.
 */
export function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const logFront = a * Math.log(x) - x - Math.log(gamma(1 + a));
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * PRECISION; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, sum * Math.exp(logFront));
  }
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) <= 1e-15) break;
  }
  return 1 - a * fraction * Math.exp(logFront);
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
