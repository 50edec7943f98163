import { setImmediate } from 'node:timers/promises';
import { EXIT } from './exit-codes.ts';
import type { Outside } from './outside.ts';

/** The user or the system has asked the program to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Watches for the wish to end while long work is done in slices. */
export class Interruption {
  readonly #release: () => void;
  #requested = false;
  #cleanUp: () => void = () => {};

  constructor(outside: Outside) {
    this.#release = outside.onInterruption(() => {
      if (!this.#requested) {
        this.#requested = true;
        return;
      }
      this.#cleanUp();
      outside.exitNow(EXIT.interrupted);
    });
  }

  /** @param cleanUp undoes at once what is half done: when the wish is repeated, the program ends behind it */
  onRepeat(cleanUp: () => void): void {
    this.#cleanUp = cleanUp;
  }

  /**
   * Lets the process see its signals between two slices of work.
   *
   * @throws Interrupted when it was asked to end
   */
  async breathe(): Promise<void> {
    await setImmediate();
    if (this.#requested) throw new Interrupted();
  }

  /** Stops watching: from then on the program ends at once. */
  release(): void {
    this.#release();
  }
}
