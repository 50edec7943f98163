/**
 * The place where a condition that holds from 0 up to some point ceases to hold, to the last digit of a number: the
 * interval is doubled until it encloses the point, then halved.
 */
export function lastWhere(holds: (x: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (holds(high)) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return low;
    if (holds(middle)) low = middle;
    else high = middle;
  }
}
