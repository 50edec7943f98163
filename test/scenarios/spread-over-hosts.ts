/** Mean and standard deviation. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * The share of clients that are licensed when each draws one of some hosts with equal chance and stays with it, and a
 * host licenses its clients if it has at least `threshold` of them: exactly, over all ways to divide the clients.
 */
export function licensedShare(clients: number, hosts: number, threshold: number): Spread {
  let mean = 0;
  let square = 0;
  for (const counts of divisions(clients, hosts)) {
    const chance = Math.exp(logOfWays(counts) - clients * Math.log(hosts));
    const licensed = counts.filter((count) => count >= threshold).reduce((sum, count) => sum + count, 0);
    const share = licensed / clients;
    mean += chance * share;
    square += chance * share * share;
  }
  return { mean, deviation: Math.sqrt(square - mean * mean) };
}

/** All ways to write a number as a sum of some numbers, in order. */
function* divisions(total: number, parts: number): Generator<number[]> {
  if (parts === 1) yield [total];
  else
    for (let first = 0; first <= total; first += 1)
      for (const rest of divisions(total - first, parts - 1)) yield [first, ...rest];
}

/** The logarithm of the number of ways in which clients can be divided like this. */
function logOfWays(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((ways, count) => ways - logOfFactorial(count), logOfFactorial(total));
}

function logOfFactorial(number: number): number {
  let log = 0;
  for (let factor = 2; factor <= number; factor += 1) log += Math.log(factor);
  return log;
}
