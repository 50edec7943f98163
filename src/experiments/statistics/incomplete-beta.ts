import { logBeta } from './gamma.ts';

/** Steps grow with the square root of the larger parameter: enough for parameters of a thousand million. */
const MAX_STEPS = 200_000;
/** Stands for a denominator of zero, as Lentz's method asks. */
const TINY = 1e-300;

/**
 * The regularized incomplete beta function I_x(a, b), from 0 to 1, for a, b > 0 and x from 0 to 1: the distribution
 * function of a beta variable, and with it of Student's t and of the binomial.
 *
 * @param complement 1 - x, where the caller knows it more exactly than by subtraction
 * @throws RangeError when the parameters are too large to converge
 */
export function regularizedBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  const front = Math.exp(a * logOf(x, complement) + b * logOf(complement, x) - logBeta(a, b));
  // The fraction converges fast below the mean of the distribution; above it the mirror image does (DLMF 8.17.4).
  if (x < (a + 1) / (a + b + 2)) return (front * continuedFraction(x, a, b)) / a;
  return 1 - (front * continuedFraction(complement, b, a)) / b;
}

/** ln x, from the complement where x is near 1. */
function logOf(x: number, complement: number): number {
  return complement < 0.5 ? Math.log1p(-complement) : Math.log(x);
}

/**
 * The continued fraction of DLMF 8.17.22, by the modified Lentz method: I. J. Thompson and A. R. Barnett, "Coulomb
 * and Bessel functions of complex arguments and order", Journal of Computational Physics 64 (1986) 490-509.
 */
function continuedFraction(x: number, a: number, b: number): number {
  let fraction = TINY;
  let numerator = TINY;
  let denominator = 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const coefficient = step === 0 ? 1 : coefficientAt(step, x, a, b);
    denominator = 1 / awayFromZero(1 + coefficient * denominator);
    numerator = awayFromZero(1 + coefficient / numerator);
    const change = numerator * denominator;
    fraction *= change;
    if (Math.abs(change - 1) < Number.EPSILON) return fraction;
  }
  throw new RangeError(`the incomplete beta function does not converge at x = ${x}, a = ${a}, b = ${b}`);
}

/** d(2m) and d(2m + 1) of DLMF 8.17.23. */
function coefficientAt(step: number, x: number, a: number, b: number): number {
  const half = Math.floor(step / 2);
  const place = a + 2 * half;
  if (step % 2 === 0) return (half * (b - half) * x) / ((place - 1) * place);
  return (-(a + half) * (a + b + half) * x) / (place * (place + 1));
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
