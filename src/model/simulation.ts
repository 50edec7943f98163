import { EventLoop } from '../engine/loop.ts';
import { KeyedRandom } from '../engine/random.ts';
import type { Minute } from '../engine/time.ts';
import { Announcer } from './announcer.ts';
import { assembleEstate } from './assemble-estate.ts';
import type { Estate } from './definitions/estate.ts';
import { CHANGES_ANSWERS, EventKind, type EventName, PHASE_COUNT } from './definitions/events.ts';
import type { Observer } from './definitions/observer.ts';
import type { EstateParameters } from './definitions/parameters.ts';
import { eventHandlers } from './event-handlers.ts';

/** Makes the observer of a simulation: its parts are there, and nothing has happened yet. */
export type Observe = (simulation: Simulation) => Observer;

/** A Volume Activation estate that can be run: its parts and the events that move them. */
export class Simulation {
  /** The parts, which may be asked at any time. */
  readonly estate: Estate;
  private readonly loop: EventLoop;

  /**
   * @param parameters the estate, complete and checked
   * @param observe makes the observer to which everything that happens is announced
   * @throws Error when parameters refer to a name that they do not define
   */
  constructor(parameters: EstateParameters, observe: Observe) {
    this.loop = new EventLoop({ phases: PHASE_COUNT, end: parameters.duration });
    const announcer = new Announcer();
    this.estate = assembleEstate({
      parameters,
      rules: parameters.rules,
      calendar: this.loop.calendar,
      observer: announcer,
      random: new KeyedRandom(parameters.seed, parameters.replication),
    });
    this.registerEvents();
    announcer.announceTo(observe(this));
    this.scheduleBeginnings();
  }

  /** The minute that is being simulated, or was last. */
  get now(): Minute {
    return this.loop.calendar.now;
  }

  /**
   * Goes on with the run.
   *
   * @param budget events to handle at most
   * @returns true when the run is over
   */
  run(budget = Number.POSITIVE_INFINITY): boolean {
    return this.loop.run(budget);
  }

  /**
   * Handles events until the end of the run, or for about as long as it may take.
   *
   * @param clock milliseconds from any moment
   * @returns true when the run is over
   */
  runFor(milliseconds: number, clock: () => number): boolean {
    return this.loop.runFor(milliseconds, clock);
  }

  private registerEvents(): void {
    const handlers = eventHandlers(this.estate);
    const { hosts } = this.estate;
    for (const name of Object.keys(EventKind) as EventName[]) {
      const handler = handlers[name] as (subject: number) => void;
      const handlerOfChange = (subject: number) => {
        hosts.certain.forget();
        handler(subject);
        // What was noted meanwhile may be of before the change.
        hosts.certain.forget();
      };
      this.loop.on(EventKind[name], CHANGES_ANSWERS[name] ? handlerOfChange : handler);
    }
    const { clients } = this.estate;
    this.loop.onRuns(clients.due, (most) => clients.contacts(most, handlers.MachineContact));
  }

  private scheduleBeginnings(): void {
    const { timeline, failures, hostStarts, activationObjects, lifecycle, vamts, days } = this.estate;
    timeline.schedule();
    failures.schedule();
    hostStarts.schedule();
    activationObjects.schedule();
    lifecycle.scheduleInstallations();
    vamts.schedule();
    days.schedule();
  }
}
