import alea from 'seedrandom/lib/alea.js';

const TWO_TO_32 = 2 ** 32;

/**
 * Johannes Baagøe's Mash (2010), with which Alea turns its seed into state.
 *
 * @param hash what the characters before have come to
 * @returns what they come to with those of the text
 */
function mash(hash: number, text: string): number {
  let n = hash;
  for (let index = 0; index < text.length; index += 1) {
    n += text.charCodeAt(index);
    const product = 0.02519603282416938 * n;
    const whole = product | 0;
    const mixed = (product - whole) * whole;
    n = mixed | 0;
    n += (mixed - n) * TWO_TO_32;
  }
  return n;
}

const asFraction = (hash: number) => (hash >>> 0) / TWO_TO_32;

/** Alea hashes three blanks before its seed; the first of them is where its first number starts from. */
const HASH_OF_BLANK = mash(0xefc8249d, ' ');
const HASH_OF_BLANKS = mash(HASH_OF_BLANK, '  ');

/** The first number of Alea for the hash of its seed. */
function firstOf(hash: number): number {
  let state = asFraction(HASH_OF_BLANK) - asFraction(hash);
  if (state < 0) state += 1;
  const product = 2091639 * state + 1 / TWO_TO_32;
  return product - (product | 0);
}

/** Yields numbers uniform on [0, 1). */
export type UniformStream = () => number;

/**
 * Random draws that are keyed, not queued: each is named by (seed, replication, purpose, subject,
 * occurrence). A draw is the same whatever else the model draws, before it or beside it, so two designs that
 * share a seed differ only where the designs do (common random numbers).
 */
export class KeyedRandom {
  private readonly prefix: string;
  /** By purpose: the hash of all that a key has before its subject. */
  private readonly hashes = new Map<string, number>();

  /**
   * @param seed names the experiment
   * @param replication numbers the independent repetition of it, from 0
   */
  constructor(seed: string, replication: number) {
    this.prefix = `${seed}\u0000${replication}\u0000`;
  }

  /**
   * A generator of its own for one occasion, such as the shuffling of one DNS answer.
   *
   * @param purpose what is drawn
   * @param subject whom it is drawn for
   * @param occurrence numbers the draws of one purpose and subject, from 0
   */
  stream(purpose: string, subject: string, occurrence: number): UniformStream {
    return alea(`${this.prefix}${purpose}\u0000${subject}\u0000${occurrence}`);
  }

  /**
   * One number uniform on [0, 1): the first of {@link stream} of the same key. It is worked out without making
   * the generator, since the first number needs a third of its state. Measured: a draw takes 0.8 us, not 3.2, and
   * a mixed estate with 300,000 computers runs 15 % faster.
   */
  uniform(purpose: string, subject: string, occurrence: number): number {
    let hash = this.hashes.get(purpose);
    if (hash === undefined) {
      hash = mash(HASH_OF_BLANKS, `${this.prefix}${purpose}\u0000`);
      this.hashes.set(purpose, hash);
    }
    hash = mash(mash(mash(hash, subject), '\u0000'), String(occurrence));
    return firstOf(hash);
  }

  /** One whole number uniform on 0 .. bound - 1. The key is that of {@link stream}. */
  below(bound: number, purpose: string, subject: string, occurrence: number): number {
    return Math.floor(this.uniform(purpose, subject, occurrence) * bound);
  }
}
