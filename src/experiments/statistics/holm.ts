/**
 * Which of several hypotheses are rejected so that none is wrongly with a probability above `level`, however they depend
 * on each other: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6
 * (1979) 65-70.
 *
 * @param pValues one a hypothesis
 * @returns in the same order
 */
export function holm(pValues: readonly number[], level: number): boolean[] {
  const rejected = pValues.map(() => false);
  const ascending = [...pValues.keys()].sort((one, other) => pValues[one] - pValues[other]);
  for (const [rank, index] of ascending.entries()) {
    if (pValues[index] > level / (pValues.length - rank)) break;
    rejected[index] = true;
  }
  return rejected;
}
