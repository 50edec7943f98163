import type { Calendar } from '../engine/calendar.ts';
import type { Rules } from './rules.ts';

/** What a caller wants done when its call ends: an event of its own, at the end of the call. */
export interface Call {
  readonly phase: number;
  readonly kind: number;
  readonly subject: number;
}

/**
 * Administrators at the telephone to Microsoft. Calls are taken in the order asked, one at a time each; the
 * confirmation is there when the call ends.
 */
export class Telephone {
  /** Minutes spent on calls that began. */
  minutes = 0;
  readonly #calendar: Calendar;
  readonly #rules: Rules;
  readonly #waiting: Call[] = [];
  #free: number;

  constructor(calendar: Calendar, rules: Rules) {
    this.#calendar = calendar;
    this.#rules = rules;
    this.#free = rules.telephoneAgents;
  }

  /** Asks for a call. */
  ask(call: Call): void {
    this.#waiting.push(call);
    this.#takeNext();
  }

  /** A call is over: its administrator takes the next. Every handler of a call's end must say so. */
  hangUp(): void {
    this.#free += 1;
    this.#takeNext();
  }

  #takeNext(): void {
    if (this.#free === 0) return;
    const call = this.#waiting.shift();
    if (call === undefined) return;
    this.#free -= 1;
    this.minutes += this.#rules.telephoneCall;
    const end = this.#calendar.now + this.#rules.telephoneCall;
    this.#calendar.schedule(end, call.phase, call.kind, call.subject);
  }
}
