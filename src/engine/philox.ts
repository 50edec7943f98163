/**
 * Philox 4x32 with ten rounds: a bijection of 128-bit counters, chosen by a 64-bit key, whose outputs pass every
 * test of the public batteries. Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3",
 * SC 2011. Each number is a function of key and counter alone, so draws need no state and no order.
 */

const ROUNDS = 10;
/** The multipliers of the paper, in halves of 16 bits. */
const MULTIPLIER_0 = 0xd2511f53 | 0;
const MULTIPLIER_0_LOW = 0x1f53;
const MULTIPLIER_0_HIGH = 0xd251;
const MULTIPLIER_1 = 0xcd9e8d57 | 0;
const MULTIPLIER_1_LOW = 0x8d57;
const MULTIPLIER_1_HIGH = 0xcd9e;
/** What each word of the key grows by from round to round: the golden ratio and the square root of 3, less 1. */
const KEY_STEP_0 = 0x9e3779b9 | 0;
const KEY_STEP_1 = 0xbb67ae85 | 0;

/**
 * The upper 32 bits of the product of two unsigned numbers, the second in halves of 16 bits. Only 32-bit integer
 * operations, which the compiler keeps in registers.
 */
function upperProduct(number: number, low: number, high: number): number {
  const numberLow = number & 0xffff;
  const numberHigh = number >>> 16;
  const first = (Math.imul(numberHigh, low) + (Math.imul(numberLow, low) >>> 16)) | 0;
  const second = (Math.imul(numberLow, high) + (first & 0xffff)) | 0;
  return (Math.imul(numberHigh, high) + (first >>> 16) + (second >>> 16)) | 0;
}

/**
 * The four words of a counter, written to `block` as 32-bit integers.
 *
 * @param block takes the four words
 */
export function philox(
  block: Int32Array | Uint32Array,
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
): void {
  let c0 = counter0 | 0;
  let c1 = counter1 | 0;
  let c2 = counter2 | 0;
  let c3 = counter3 | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const upper0 = upperProduct(c0, MULTIPLIER_0_LOW, MULTIPLIER_0_HIGH);
    const lower0 = Math.imul(c0, MULTIPLIER_0);
    const upper1 = upperProduct(c2, MULTIPLIER_1_LOW, MULTIPLIER_1_HIGH);
    const lower1 = Math.imul(c2, MULTIPLIER_1);
    c0 = upper1 ^ c1 ^ k0;
    c1 = lower1;
    c2 = upper0 ^ c3 ^ k1;
    c3 = lower0;
    k0 = (k0 + KEY_STEP_0) | 0;
    k1 = (k1 + KEY_STEP_1) | 0;
  }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}
