import { Calendar, type CalendarOptions } from './calendar.ts';
import type { LightEvents } from './light-events.ts';

/** What is done for an event; it is called with the event's subject. */
export type EventHandler = (subject: number) => void;

/**
 * What is done for the next event, of a light kind, and for those that follow it: the handler takes them off the
 * calendar, and schedules nothing before it has taken the first.
 *
 * @param most how many it may handle
 * @returns how many it handled, one at least
 */
export type RunHandler = (most: number) => number;

/** Most events between two looks at the clock: a look costs less than one event. */
const MAX_EVENTS_PER_LOOK = 32;
/** When events between two looks take longer, fewer are handled before the next: some visit a hundred thousand machines. */
const LONG_LOOK_MILLISECONDS = 5;

/**
 * Takes events off a calendar in order and hands each to the handler of its kind. Those of one light kind that follow
 * each other may be handled in a run, without going through the table of handlers.
 */
export class EventLoop {
  readonly calendar: Calendar;
  /** Events handled so far. */
  handled = 0;
  private readonly handlers: EventHandler[] = [];
  private runEvents: LightEvents | undefined;
  private runHandler: RunHandler = () => 0;
  private eventsPerLook = MAX_EVENTS_PER_LOOK;

  constructor(options: CalendarOptions) {
    this.calendar = new Calendar(options);
  }

  /**
   * Registers the handler of a kind of event.
   *
   * @throws Error when the kind has one already
   */
  on(kind: number, handler: EventHandler): void {
    if (this.handlers[kind] !== undefined) throw new Error(`event kind ${kind} has a handler already`);
    this.handlers[kind] = handler;
  }

  /** Registers a handler of runs of a light kind, in place of its handler of single events. */
  onRuns(events: LightEvents, handler: RunHandler): void {
    this.runEvents = events;
    this.runHandler = handler;
  }

  /**
   * Handles events until none is left before the end, or until `budget` were handled: a caller that has a
   * screen to draw or a key to listen for comes back for more.
   *
   * @returns true when the run is over
   */
  run(budget = Number.POSITIVE_INFINITY): boolean {
    const { calendar, handlers, runEvents, runHandler } = this;
    let count = 0;
    while (count < budget) {
      if (runEvents !== undefined && calendar.isNext(runEvents)) {
        count += runHandler(budget - count);
        continue;
      }
      if (!calendar.take()) break;
      count += 1;
      handlers[calendar.kind](calendar.subject);
    }
    this.handled += count;
    return count < budget;
  }

  /**
   * Handles events until none is left before the end, or for about as long as it may take. How the time is cut decides
   * nothing about the events.
   *
   * @param clock milliseconds from any moment
   * @returns true when the run is over
   */
  runFor(milliseconds: number, clock: () => number): boolean {
    let before = clock();
    const end = before + milliseconds;
    while (before < end) {
      if (this.run(this.eventsPerLook)) return true;
      const after = clock();
      const isLong = after - before > LONG_LOOK_MILLISECONDS;
      this.eventsPerLook = isLong ? 1 : Math.min(this.eventsPerLook * 2, MAX_EVENTS_PER_LOOK);
      before = after;
    }
    return false;
  }
}
