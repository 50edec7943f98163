/**
 * Samples of distributions by inversion: each takes one number uniform on [0, 1), so that keyed draws stay one
 * draw each, and all have the mean that they are given.
 */

/** Exponential: memoryless. */
export function exponential(uniform: number, mean: number): number {
  return -mean * Math.log1p(-uniform);
}

/**
 * Uniform on mean * (1 - spread) to mean * (1 + spread).
 *
 * @param spread 0 to 1
 */
export function uniformAround(uniform: number, mean: number, spread: number): number {
  return mean * (1 + spread * (2 * uniform - 1));
}

/**
 * Weibull: with a shape below 1 failures come early, above 1 they come with age, with 1 it is exponential. The
 * scale is mean / gamma(1 + 1 / shape).
 *
 * @param shape above 0
 */
export function weibull(uniform: number, mean: number, shape: number): number {
  const scale = mean / gamma(1 + 1 / shape);
  return scale * (-Math.log1p(-uniform)) ** (1 / shape);
}

/** Lanczos' approximation with g = 7 and nine coefficients (Godfrey, 2001): fifteen digits for arguments above 0.5. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const LANCZOS_G = 7;

/** The gamma function of a number of 0.5 or more. */
export function gamma(argument: number): number {
  const shifted = argument - 1;
  const base = shifted + LANCZOS_G + 0.5;
  const series = LANCZOS.reduce((sum, coefficient, index) =>
    index === 0 ? coefficient : sum + coefficient / (shifted + index),
  );
  return Math.sqrt(2 * Math.PI) * base ** (shifted + 0.5) * Math.exp(-base) * series;
}
