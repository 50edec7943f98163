/** Computers of which each takes a host with the same chance. */
export interface Choosers {
  readonly computers: number;
  readonly chance: number;
}

/** The chance that fewer than `threshold` computers take a host, each choosing for itself. Exact. */
export function chanceBelow(threshold: number, choosers: readonly Choosers[]): number {
  let distribution = [1, ...new Array<number>(Math.max(0, threshold - 1)).fill(0)];
  for (const { computers, chance } of choosers)
    distribution = sumOf(distribution, binomial(computers, chance, threshold));
  return Math.min(
    1,
    distribution.reduce((sum, probability) => sum + probability, 0),
  );
}

/** Chances of the sums 0, 1, ... of two independent counts; larger sums are left out. */
function sumOf(left: readonly number[], right: readonly number[]): number[] {
  return left.map((_, total) => {
    let probability = 0;
    for (let part = 0; part <= total; part += 1) probability += left[part] * right[total - part];
    return probability;
  });
}

/** Chances that 0, 1, ... below `length` of `computers` choose a host. */
function binomial(computers: number, chance: number, length: number): number[] {
  const probabilities = new Array<number>(length).fill(0);
  if (chance >= 1) {
    if (computers < length) probabilities[computers] = 1;
    return probabilities;
  }
  let logarithm = computers * Math.log1p(-chance);
  const odds = Math.log(chance) - Math.log1p(-chance);
  for (let count = 0; count < Math.min(length, computers + 1); count += 1) {
    probabilities[count] = Math.exp(logarithm);
    logarithm += odds + Math.log((computers - count) / (count + 1));
  }
  return probabilities;
}
