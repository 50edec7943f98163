import { exponential, uniformAround, weibull } from '../../engine/distributions.ts';
import {
  residualExponential,
  residualFixed,
  residualUniformAround,
  residualWeibull,
} from '../../engine/equilibrium.ts';
import { type SubjectKey, subjectKey } from '../../engine/subject-key.ts';
import type { Minute, Minutes } from '../../engine/time.ts';
import { DrawPurpose } from '../definitions/draw-purposes.ts';
import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import type { FailureParameters } from '../definitions/failure-parameters.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly failures: Failures;
  }
}

type FailureEstate = Pick<Estate, 'parameters' | 'outages' | 'calendar' | 'observer' | 'random'>;

interface Failing {
  readonly name: string;
  readonly parameters: FailureParameters;
  /** What names it in the keys of its draws. */
  readonly drawKey: SubjectKey;
  /** How long its first failure lasts where it is down at the start; `null`: like every other. */
  firstLength: Minutes | null;
  /** Failures so far: the occurrence of its next draws. */
  count: number;
  /** The numbers of the failures that are left out, from 0: their time passes, and nothing is down. */
  readonly spared: ReadonlySet<number>;
}

const NONE_SPARED: ReadonlySet<number> = new Set();

/** What is announced beside the name of what fails at random. */
export const FAILURE_DETAIL = 'failure';

/**
 * Random failures of hosts, links, networks, zones and Microsoft's service: times of working and of outage in
 * turn, each a draw of its own.
 */
export class Failures {
  private readonly estate: FailureEstate;
  private readonly failing: readonly Failing[];

  constructor(estate: FailureEstate) {
    this.estate = estate;
    const { failures, sparedFailures } = estate.parameters;
    this.failing = Array.from(failures, ([name, parameters]) => ({
      name,
      parameters,
      drawKey: subjectKey(name),
      firstLength: null,
      count: 0,
      spared: sparedFailures?.get(name) ?? NONE_SPARED,
    }));
  }

  /** Schedules the first failure of each. */
  schedule(): void {
    for (const index of this.failing.keys()) this.scheduleFirst(index);
  }

  /** A failure begins. */
  begin(index: number): void {
    const failing = this.failing[index];
    const { outages, calendar, observer } = this.estate;
    if (!failing.spared.has(failing.count)) {
      outages.begin(failing.name);
      observer.estateChanged('down', failing.name, FAILURE_DETAIL);
    }
    const length =
      failing.firstLength ?? this.draw(failing, DrawPurpose.FailureLength, failing.parameters.for);
    failing.firstLength = null;
    calendar.schedule(calendar.now + length, Phase.Timeline, EventKind.FailureEnd, index);
    failing.count += 1;
  }

  /** A failure ends. */
  end(index: number): void {
    const { name, spared, count } = this.failing[index];
    const { outages, observer } = this.estate;
    if (!spared.has(count - 1) && outages.end(name)) observer.estateChanged('up', name, FAILURE_DETAIL);
    this.scheduleNext(index);
  }

  /**
   * The first failure: when the scenario says, or as in a process that has gone on forever. Then it is down at the
   * start with the chance `for` / (`every` + `for`), and what is left of its time of working or of outage is a
   * residual life.
   */
  private scheduleFirst(index: number): void {
    const failing = this.failing[index];
    const { every, for: length, first } = failing.parameters;
    if (first !== 'random') {
      this.scheduleBegin(index, first);
      return;
    }
    const uniform = this.estate.random.uniform(DrawPurpose.FirstFailure, failing.drawKey, 0);
    const down = length / (every + length);
    if (uniform < down) {
      failing.firstLength = wholeMinutes(residual(failing.parameters, uniform / down, length));
      this.scheduleBegin(index, 0);
      return;
    }
    const left = residual(failing.parameters, (uniform - down) / (1 - down), every);
    this.scheduleBegin(index, wholeMinutes(left));
  }

  private scheduleNext(index: number): void {
    const failing = this.failing[index];
    const working = this.draw(failing, DrawPurpose.Failure, failing.parameters.every);
    this.scheduleBegin(index, this.estate.calendar.now + working);
  }

  private scheduleBegin(index: number, minute: Minute): void {
    this.estate.calendar.schedule(minute, Phase.Timeline, EventKind.FailureBegin, index);
  }

  private draw({ drawKey, parameters, count }: Failing, purpose: number, mean: Minutes): Minutes {
    const uniform = this.estate.random.uniform(purpose, drawKey, count);
    return wholeMinutes(sample(parameters, uniform, mean));
  }
}

/** At least a minute, so that every failure is one. */
function wholeMinutes(length: number): Minutes {
  return Math.max(1, Math.round(length));
}

function residual({ distribution, shape, spread }: FailureParameters, uniform: number, mean: number): number {
  switch (distribution) {
    case 'exponential':
      return residualExponential(uniform, mean);
    case 'uniform':
      return residualUniformAround(uniform, mean, spread);
    case 'weibull':
      return residualWeibull(uniform, mean, shape);
    case 'fixed':
      return residualFixed(uniform, mean);
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
