import { setImmediate } from 'node:timers/promises';
import { EXIT } from './exit-codes.ts';
import type { Outside } from './outside.ts';

/** Signals are looked for this often: to look costs some 50 us, which every few thousand events would be dear. */
const LOOK_MILLISECONDS = 50;

/** The user or the system has asked the program to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Watches for the wish to end while long work is done in slices. */
export class Interruption {
  private readonly outside: Outside;
  private readonly stopListening: () => void;
  private requested = false;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private cleanUp: () => void = () => {};

  constructor(outside: Outside) {
    this.outside = outside;
    this.stopListening = outside.onInterruption(() => {
      if (!this.requested) {
        this.requested = true;
        return;
      }
      this.cleanUp();
      outside.exitNow(EXIT.interrupted);
    });
  }

  /** @param cleanUp undoes at once what is half done: when the wish is repeated, the program ends behind it */
  onRepeat(cleanUp: () => void): void {
    this.cleanUp = cleanUp;
  }

  /**
   * Lets the process see its signals between two slices of work, now and then; it may be called at any rate.
   *
   * @throws Interrupted when it was asked to end
   */
  async breathe(): Promise<void> {
    if (this.outside.milliseconds() - this.lookedAt >= LOOK_MILLISECONDS) {
      await setImmediate();
      this.lookedAt = this.outside.milliseconds();
    }
    if (this.requested) throw new Interrupted();
  }

  /** Stops watching: from then on the program ends at once. */
  release(): void {
    this.stopListening();
  }
}
