import type { Sink } from './process-host.ts';
import { timeInUnits } from './time-in-units.ts';

const REDRAW_MILLISECONDS = 100;
const LINE_MILLISECONDS = 5_000;
/** Lengths of the bar, longest first: the longest that leaves room for the words is drawn. */
const BAR_CELLS = [24, 16, 8];
const CLEAR_LINE = '\r\u001b[K';

/** How to show progress. */
export interface ProgressOptions {
  readonly sink: Sink;
  /** Milliseconds from any moment. */
  readonly clock: () => number;
  /** A quiet one shows nothing. */
  readonly quiet?: boolean;
}

/** What is being worked on: words, or a function that makes them from the milliseconds since the work began. */
export type ProgressLabel = string | ((elapsedMilliseconds: number) => string);

/** Shows how far work is: a bar on a terminal, elsewhere a plain line now and then. */
export class Progress {
  private readonly options: ProgressOptions;
  private begun: number;
  private due: number;
  private drawn = false;

  constructor(options: ProgressOptions) {
    this.options = options;
    this.begun = options.clock();
    this.due = this.begun + (options.sink.isTerminal ? REDRAW_MILLISECONDS : LINE_MILLISECONDS);
  }

  /** Begins another piece of work: the time left is estimated from its own pace. */
  restart(): void {
    this.begun = this.options.clock();
  }

  /**
   * Says how far the work is; it may be called at any rate.
   *
   * @param done the part that is done, 0 to 1
   * @param label a function is only called when the words are to be shown
   */
  update(done: number, label: ProgressLabel): void {
    const { sink, clock, quiet } = this.options;
    const now = clock();
    if (quiet || now < this.due) return;
    const elapsed = now - this.begun;
    const words = typeof label === 'string' ? label : label(elapsed);
    const text = `${words}  ${Math.floor(done * 100)}%${timeLeft(elapsed, done)}`;
    if (sink.isTerminal) {
      this.due = now + REDRAW_MILLISECONDS;
      this.drawn = true;
      sink.write(`${CLEAR_LINE}${withBar(text, done, (sink.columns || 80) - 1)}`);
    } else {
      this.due = now + LINE_MILLISECONDS;
      sink.write(`${text}\n`);
    }
  }

  /** Takes the bar away, so that other messages have the line. */
  clear(): void {
    if (this.drawn) this.options.sink.write(CLEAR_LINE);
    this.drawn = false;
  }
}

/** The text behind a bar, or without one where there is no room; on a narrow terminal it is cut short. */
function withBar(text: string, done: number, room: number): string {
  const cells = BAR_CELLS.find((length) => `[] ${text}`.length + length <= room);
  if (cells === undefined) return text.slice(0, room);
  const filled = Math.floor(done * cells);
  return `[${'#'.repeat(filled)}${'.'.repeat(cells - filled)}] ${text}`;
}

/** The pace of less work or a shorter time says little. */
const LEAST_DONE = 0.01;
const LEAST_MILLISECONDS = 4_000;

/** Nothing until enough is known for an estimate. */
function timeLeft(elapsedMilliseconds: number, done: number): string {
  if (done <= 0 || done >= 1 || (done < LEAST_DONE && elapsedMilliseconds < LEAST_MILLISECONDS)) return '';
  return `, about ${timeInUnits((elapsedMilliseconds * (1 - done)) / done)} left`;
}
