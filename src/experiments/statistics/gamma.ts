/**
 * The gamma and beta functions, as logarithms. Formulas are numbered as in the NIST Digital Library of Mathematical
 * Functions (DLMF), release 1.2, https://dlmf.nist.gov.
 */

/** B(2k) / (2k (2k - 1)) for k = 1, 2, ...: the coefficients of Stirling's series (DLMF 5.11.1). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
/** From here on the next term of the series is below 2e-18. */
const LARGE = 10;
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** ln Γ(x) for x > 0: Stirling's series, after x was raised by Γ(x + 1) = x Γ(x) (DLMF 5.5.1). */
export function logGamma(x: number): number {
  let raised = x;
  let product = 1;
  for (; raised < LARGE; raised += 1) product *= raised;
  return (raised - 0.5) * Math.log(raised) - raised + HALF_LOG_TWO_PI + rest(raised) - Math.log(product);
}

/**
 * ln B(a, b) for a, b > 0 (DLMF 5.12.1). Where one of them is large, ln Γ(a) - ln Γ(a + b) is taken term by term:
 * the difference of two large logarithms would lose digits.
 */
export function logBeta(a: number, b: number): number {
  const large = Math.max(a, b);
  const small = Math.min(a, b);
  if (large < LARGE) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const sum = large + small;
  const ratio = (large - 0.5) * Math.log1p(small / large) + small * (Math.log(sum) - 1);
  return logGamma(small) - ratio + rest(large) - rest(sum);
}

/** What Stirling's formula lacks at x >= 10. */
function rest(x: number): number {
  const inverseSquare = 1 / (x * x);
  return STIRLING.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / x;
}
