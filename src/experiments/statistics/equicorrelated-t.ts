import { logGamma } from './gamma.ts';
import { normalAtMost } from './normal.ts';

/**
 * The largest of several Student's t that share their denominator and are correlated by 1/2, as differences from one common
 * mean are: C. W. Dunnett, "A multiple comparison procedure for comparing several treatments with a control", Journal of the
 * American Statistical Association 50 (1955) 1096-1121.
 */

/** Both integrands fall off faster than exponentially, so the trapezoidal rule has some ten digits with these steps. */
const STEP = 0.15;
const NORMAL_END = 8;
const SCALE_STEPS = 96;
/** Where the density of the logarithm of the scale is below e to minus this, it is left out. */
const NEGLIGIBLE = 30;

const CORRELATION_ROOT = Math.SQRT1_2;
const PRECISION = 1e-8;

/**
 * The probability that none of `count` such variables is above a limit.
 *
 * @param freedom degrees of freedom of the common denominator; infinite for normal variables
 */
export function largestAtMost(limit: number, count: number, freedom: number): number {
  if (!Number.isFinite(freedom)) return normalsAtMost(limit, count);
  // Integrated over the logarithm u of s, where s^2 is chi-squared over its degrees of freedom.
  const logDensity = (u: number) => freedom * u - (freedom / 2) * Math.exp(2 * u);
  const constant = Math.log(2) + (freedom / 2) * Math.log(freedom / 2) - logGamma(freedom / 2);
  const peak = logDensity(0);
  const low = -endOf((u) => peak - logDensity(-u));
  const high = endOf((u) => peak - logDensity(u));
  const step = (high - low) / SCALE_STEPS;
  let sum = 0;
  for (let index = 0; index <= SCALE_STEPS; index += 1) {
    const u = low + index * step;
    sum += Math.exp(constant + logDensity(u)) * normalsAtMost(limit * Math.exp(u), count);
  }
  return sum * step;
}

/** Where a function that grows from 0 passes {@link NEGLIGIBLE}, roughly from above. */
function endOf(growth: (u: number) => number): number {
  let u = 0.01;
  while (growth(u) < NEGLIGIBLE) u *= 1.1;
  return u;
}

function normalsAtMost(limit: number, count: number): number {
  let sum = 0;
  for (let x = -NORMAL_END; x <= NORMAL_END; x += STEP) {
    const own = normalAtMost((limit - CORRELATION_ROOT * x) / CORRELATION_ROOT);
    sum += Math.exp((-x * x) / 2) * own ** count;
  }
  return (sum * STEP) / Math.sqrt(2 * Math.PI);
}

const known = new Map<string, number>();

/**
 * The limit that the largest of such variables stays below with a probability: 2.03 for 0.95, two variables and 20 degrees
 * of freedom. Results are kept.
 */
export function largestQuantile(probability: number, count: number, freedom: number): number {
  const key = `${probability} ${count} ${freedom}`;
  let quantile = known.get(key);
  if (quantile === undefined) {
    let low = 0;
    let high = 1;
    while (largestAtMost(high, count, freedom) < probability) high *= 2;
    while (high - low > PRECISION * high) {
      const middle = (low + high) / 2;
      if (largestAtMost(middle, count, freedom) < probability) low = middle;
      else high = middle;
    }
    quantile = (low + high) / 2;
    known.set(key, quantile);
  }
  return quantile;
}
