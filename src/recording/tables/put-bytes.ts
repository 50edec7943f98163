/**
 * Puts plain text into bytes, from a position on; each function returns the position behind it. The caller keeps position and
 * bytes in variables of its own, and reserves the room. Measured: half of the time of a row went into
 * reading and writing them in an object for each cell.
 */

/** Bytes that are copied at a time. A copy may spoil as many behind its end, less one. */
export const WORD_BYTES = 4;
/** A whole number of less than 2^31, or any other as JavaScript writes it, takes so many bytes at most. */
export const NUMBER_BYTES = 25;

const DIGIT_0 = 48;

/** The digits of 00 to 99, side by side: whole numbers are written two digits at a time. */
const PAIRS = Uint8Array.from({ length: 200 }, (_, index) => {
  const pair = index >> 1;
  return DIGIT_0 + (index % 2 === 0 ? Math.floor(pair / 10) : pair % 10);
});

/** Puts characters of ASCII. */
export function putAscii(bytes: DataView, at: number, text: string): number {
  for (let index = 0; index < text.length; index += 1) bytes.setUint8(at + index, text.charCodeAt(index));
  return at + text.length;
}

/**
 * Puts a copy of some bytes, word by word. Measured: a third of the time of a copy byte by byte, and for less than 60 bytes
 * faster than `copyWithin`.
 *
 * @param source it may be the same; it goes on behind the end of what is copied for the rest of a word
 */
export function putCopy(bytes: DataView, at: number, source: DataView, from: number, to: number): number {
  const shift = at - from;
  for (let index = from; index < to; index += WORD_BYTES)
    bytes.setInt32(index + shift, source.getInt32(index, true), true);
  return to + shift;
}

/** Puts a number in decimal. */
export function putNumber(bytes: DataView, at: number, number: number): number {
  return (number | 0) === number && number >= 0
    ? putWhole(bytes, at, number, digitsOf(number))
    : putAscii(bytes, at, String(number));
}

/**
 * Puts a whole number of less than 2^31 in decimal.
 *
 * @param digits it has no more; zeros go before it
 */
export function putWhole(bytes: DataView, at: number, number: number, digits: number): number {
  let rest = number;
  let last = at + digits - 1;
  for (; rest >= 10; last -= 2) {
    const hundreds = (rest / 100) | 0;
    const pair = (rest - hundreds * 100) << 1;
    bytes.setUint8(last, PAIRS[pair + 1]);
    bytes.setUint8(last - 1, PAIRS[pair]);
    rest = hundreds;
  }
  for (; last >= at; last -= 1) {
    bytes.setUint8(last, DIGIT_0 + rest);
    rest = 0;
  }
  return at + digits;
}

/** How many digits a whole number of less than 2^31 has. */
export function digitsOf(number: number): number {
  if (number < 10_000) return number < 100 ? (number < 10 ? 1 : 2) : number < 1000 ? 3 : 4;
  if (number < 1_000_000) return number < 100_000 ? 5 : 6;
  if (number < 100_000_000) return number < 10_000_000 ? 7 : 8;
  return number < 1_000_000_000 ? 9 : 10;
}
