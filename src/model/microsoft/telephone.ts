import type { Calendar } from '../../engine/calendar.ts';
import type { Estate } from '../definitions/estate.ts';
import type { Rules } from '../definitions/rules.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly telephone: Telephone;
  }
}

/** Somebody for whom a call is made: a row of the model, and the part that knows it. */
export interface Caller {
  readonly phase: number;
  /** The kind of event that ends a call; its handler must call {@link Telephone.hangUp}. */
  readonly callEnd: number;
  /** Whether the call is still wanted, and can be made now. One that is not is dropped. */
  takesCall(subject: number): boolean;
}

/**
 * Administrators at the telephone to Microsoft. Calls are taken in the order asked, one at a time each; the
 * confirmation is there when the call ends.
 */
export class Telephone {
  /** Calls that began. */
  calls = 0;
  private readonly calendar: Calendar;
  private readonly rules: Rules;
  /** Who waits, in the order asked; `null`: withdrawn. */
  private readonly callers: (Caller | null)[] = [];
  private readonly subjects: number[] = [];
  private first = 0;
  /** Tickets of before the first in the lists. */
  private cleared = 0;
  private free: number;

  constructor({ calendar, rules }: Pick<Estate, 'calendar' | 'rules'>) {
    this.calendar = calendar;
    this.rules = rules;
    this.free = rules.telephoneAgents;
  }

  /** Minutes spent on calls that began. */
  get minutes(): number {
    return this.calls * this.rules.telephoneCall;
  }

  /**
   * Asks for a call.
   *
   * @returns the ticket by which it can be withdrawn
   */
  ask(caller: Caller, subject: number): number {
    const ticket = this.cleared + this.callers.length;
    this.callers.push(caller);
    this.subjects.push(subject);
    this.takeNext();
    return ticket;
  }

  /** Withdraws a call that is waited for: those behind it move up. One that has begun goes on. */
  withdraw(ticket: number): void {
    const index = ticket - this.cleared;
    if (index >= this.first && index < this.callers.length) this.callers[index] = null;
  }

  /** A call is over: its administrator takes the next. */
  hangUp(): void {
    this.free += 1;
    this.takeNext();
  }

  private takeNext(): void {
    while (this.free > 0 && this.first < this.callers.length) {
      const caller = this.callers[this.first];
      const subject = this.subjects[this.first];
      this.first += 1;
      if (caller === null || !caller.takesCall(subject)) continue;
      this.free -= 1;
      this.calls += 1;
      const end = this.calendar.now + this.rules.telephoneCall;
      this.calendar.schedule(end, caller.phase, caller.callEnd, subject);
    }
    if (this.first === this.callers.length) this.clear();
  }

  private clear(): void {
    this.cleared += this.callers.length;
    this.callers.length = 0;
    this.subjects.length = 0;
    this.first = 0;
  }
}
