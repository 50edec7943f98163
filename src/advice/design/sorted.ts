/** How many of sorted numbers are at most a limit: by bisection, so that thousands of questions take little time. */
export function countUpTo(sorted: readonly number[], limit: number): number {
  let first = 0;
  let end = sorted.length;
  while (first < end) {
    const middle = (first + end) >>> 1;
    if (sorted[middle] <= limit) first = middle + 1;
    else end = middle;
  }
  return first;
}
