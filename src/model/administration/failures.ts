import type { Calendar } from '../../engine/calendar.ts';
import { exponential, uniformAround, weibull } from '../../engine/distributions.ts';
import type { KeyedRandom } from '../../engine/random.ts';
import type { Minutes } from '../../engine/time.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import type { Observer } from '../definitions/observer.ts';
import type { EstateParameters, FailureParameters } from '../definitions/parameters.ts';
import { changeOutages, type OutageParts } from './outages.ts';

/** The parts that failures act on. */
export interface FailureParts extends OutageParts {
  readonly calendar: Calendar;
  readonly observer: Observer;
  readonly random: KeyedRandom;
}

interface Failing {
  readonly name: string;
  readonly parameters: FailureParameters;
  /** Failures so far: the occurrence of its next draws. */
  count: number;
}

/** What is announced beside the name of what fails at random. */
export const FAILURE_DETAIL = 'failure';

/**
 * Random failures of hosts, links, networks, zones and Microsoft's service: times of working and of outage in
 * turn, each a draw of its own.
 */
export class Failures {
  private readonly parts: FailureParts;
  private readonly failing: readonly Failing[];

  constructor(failures: EstateParameters['failures'], parts: FailureParts) {
    this.parts = parts;
    this.failing = Array.from(failures, ([name, parameters]) => ({ name, parameters, count: 0 }));
  }

  /** Schedules the first failure of each. */
  schedule(): void {
    for (const index of this.failing.keys()) this.scheduleNext(index);
  }

  /** A failure begins. */
  begin(index: number): void {
    const failing = this.failing[index];
    const { calendar, observer } = this.parts;
    changeOutages(this.parts, failing.name, 1);
    observer.estateChanged('down', failing.name, FAILURE_DETAIL);
    const length = this.draw(failing, 'failure-length', failing.parameters.for);
    calendar.schedule(calendar.now + length, Phase.Timeline, EventKind.FailureEnd, index);
    failing.count += 1;
  }

  /** A failure ends. */
  end(index: number): void {
    const { name } = this.failing[index];
    const left = changeOutages(this.parts, name, -1);
    if (left === 0) this.parts.observer.estateChanged('up', name, FAILURE_DETAIL);
    this.scheduleNext(index);
  }

  private scheduleNext(index: number): void {
    const { calendar } = this.parts;
    const failing = this.failing[index];
    const working = this.draw(failing, 'failure', failing.parameters.every);
    calendar.schedule(calendar.now + working, Phase.Timeline, EventKind.FailureBegin, index);
  }

  /** At least a minute, so that every failure is one. */
  private draw({ name, parameters, count }: Failing, purpose: string, mean: Minutes): Minutes {
    const uniform = this.parts.random.uniform(purpose, name, count);
    return Math.max(1, Math.round(sample(parameters, uniform, mean)));
  }
}

function sample({ distribution, shape, spread }: FailureParameters, uniform: number, mean: number): number {
  switch (distribution) {
    case 'exponential':
      return exponential(uniform, mean);
    case 'uniform':
      return uniformAround(uniform, mean, spread);
    case 'weibull':
      return weibull(uniform, mean, shape);
    case 'fixed':
      return mean;
  }
}

/** A random failure begins. */
export function failureBegin(failures: Failures, index: number): void {
  failures.begin(index);
}

/** A random failure ends. */
export function failureEnd(failures: Failures, index: number): void {
  failures.end(index);
}
