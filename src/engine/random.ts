import alea from 'seedrandom/lib/alea.js';

/** Yields numbers uniform on [0, 1). */
export type UniformStream = () => number;

/**
 * Random draws that are keyed, not queued: each is named by (seed, replication, purpose, subject,
 * occurrence). A draw is the same whatever else the model draws, before it or beside it, so two designs that
 * share a seed differ only where the designs do (common random numbers).
 */
export class KeyedRandom {
  private readonly prefix: string;

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

  /** One number uniform on [0, 1). The key is that of {@link stream}. */
  uniform(purpose: string, subject: string, occurrence: number): number {
    return this.stream(purpose, subject, occurrence)();
  }

  /** One whole number uniform on 0 .. bound - 1. The key is that of {@link stream}. */
  below(bound: number, purpose: string, subject: string, occurrence: number): number {
    return Math.floor(this.uniform(purpose, subject, occurrence) * bound);
  }
}
