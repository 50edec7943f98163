import { setImmediate } from 'node:timers/promises';
import { EXIT } from './exit-codes.ts';
import type { ProcessHost } from './process-host.ts';

/** Signals are looked for this often: a look costs some 50 us, too much for every few thousand events. */
const LOOK_MILLISECONDS = 50;

/** The user or the system has asked the program to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Watches for interruptions while long work is done in slices. */
export class Interruption {
  private readonly host: ProcessHost;
  private readonly stopListening: () => void;
  private requested = false;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private cleanUp: () => void = () => {};

  constructor(host: ProcessHost) {
    this.host = host;
    this.stopListening = host.onInterruption(() => {
      if (!this.requested) {
        this.requested = true;
        return;
      }
      this.cleanUp();
      host.exitNow(EXIT.interrupted);
    });
  }

  /** @param cleanUp undoes at once what is half done: after a second interruption it is called and the program ends */
  onRepeat(cleanUp: () => void): void {
    this.cleanUp = cleanUp;
  }

  /**
   * Lets the process see its signals between two slices of work, now and then; it may be called at any rate.
   *
   * @throws Interrupted when it was asked to end
   */
  async checkpoint(): Promise<void> {
    if (this.host.milliseconds() - this.lookedAt >= LOOK_MILLISECONDS) await this.look();
    if (this.requested) throw new Interrupted();
  }

  /**
   * Looks for signals at once, before something that cannot be taken back.
   *
   * @throws Interrupted when it was asked to end
   */
  async lastCheckpoint(): Promise<void> {
    await this.look();
    if (this.requested) throw new Interrupted();
  }

  /** A signal that is pending is delivered in the second turn of the event loop at the latest. */
  private async look(): Promise<void> {
    await setImmediate();
    await setImmediate();
    this.lookedAt = this.host.milliseconds();
  }

  /** Stops watching: from then on the program ends at once. */
  release(): void {
    this.stopListening();
  }
}
