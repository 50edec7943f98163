/**
 * The mean of the worst part of some values, also called expected shortfall or conditional value at risk: C. Acerbi and
 * D. Tasche, "On the coherence of expected shortfall", Journal of Banking & Finance 26 (2002) 1487-1503. Of 30 values the
 * worst 5 % are the worst one and half of the next.
 *
 * @param worstFirst sorted, one or more
 * @param part above 0, at most 1
 */
export function meanOfWorst(worstFirst: ArrayLike<number>, part: number): number {
  const wanted = worstFirst.length * part;
  const whole = Math.floor(wanted);
  let sum = 0;
  for (let index = 0; index < whole; index += 1) sum += worstFirst[index];
  if (whole < worstFirst.length) sum += (wanted - whole) * worstFirst[whole];
  return sum / wanted;
}
