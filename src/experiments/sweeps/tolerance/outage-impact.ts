import { MINUTES_PER_DAY, type Minute, type Minutes } from '../../../engine/time.ts';
import type { MachineId } from '../../../model/definitions/ids.ts';
import type { EstateParameters } from '../../../model/definitions/parameters.ts';
import { longestGraceAfterExpiry } from '../../../model/definitions/system-lookups.ts';
import { type EndStateStay, type Pause, watchEndStates } from './end-states.ts';
import { RunTrace } from './run-trace.ts';

/** A machine that an outage brings to its end state, or keeps there, at a time at which it would not be there without. */
export interface EndStateEntry {
  readonly machine: MachineId;
  /** The machine's name. */
  readonly name: string;
  /** From when on it is in an end state only because of the outage. */
  readonly minute: Minute;
  /** Number of the replication in which it does. */
  readonly replication: number;
}

/** After a license and its grace are over, what an outage has done has shown itself: so long, and a while more. */
const MARGIN = 30 * MINUTES_PER_DAY;

/** How long a run goes on behind an outage: 240 days by the published rules. */
export function aftermathOf(estate: EstateParameters): Minutes {
  return estate.rules.activationValidity + longestGraceAfterExpiry(estate) + MARGIN;
}

/** The stays of each machine in its end state, in order and apart from each other. */
type Stays = ReadonlyMap<MachineId, readonly EndStateStay[]>;

/** What is asked of the outages of one thing. */
export interface ImpactQuestion {
  readonly parameters: EstateParameters;
  /** What is down: a name that the timeline's `down` takes. */
  readonly target: string;
  /** No outage ends later than this minute. */
  readonly latest: Minute;
}

/** What an outage does in one replication. */
export interface Outcome {
  /** The first harm; `null` when it does none. */
  readonly harm: EndStateEntry | null;
  /** What happened in the run. */
  readonly trace: RunTrace;
  /** The minute in which the run ended: at the harm, or when none can come any more. */
  readonly ended: Minute;
  /** From when on something else happens than in the run that it was compared with. */
  readonly differs: Minute;
}

/**
 * Finds what outages do to an estate that it does not suffer without them: a machine is in an end state at a minute at which it
 * would not be there. So more machines count, and the same ones earlier or longer. Both runs of a replication meet the same random
 * numbers.
 */
export class OutageImpact {
  private readonly question: ImpactQuestion;
  private readonly pause: Pause;
  private readonly undisturbed = new Map<number, Stays>();

  constructor(question: ImpactQuestion, pause: Pause) {
    this.question = question;
    this.pause = pause;
  }

  /**
   * Runs an outage until it harms, or cannot any more.
   *
   * @param length `null` of one that does not end before {@link ImpactQuestion.latest}
   * @param reference a run of the same replication that this one is compared with
   */
  async of(
    start: Minute,
    length: Minutes | null,
    replication: number,
    reference?: Pick<Outcome, 'trace' | 'ended'>,
  ): Promise<Outcome> {
    const { parameters, target, latest } = this.question;
    const undisturbed = await this.staysWithout(replication);
    const entry = { type: 'down', at: start, target, for: length } as const;
    const duration = length === null ? latest : this.endOfRun(start + length);
    const trace = new RunTrace();
    const comparison = reference?.trace.compared(reference.ended);
    const harm = { found: null as EndStateEntry | null };
    const harms = ({ machine, name, from }: Omit<EndStateStay, 'to'>, to: Minute) => {
      const minute = firstOutside(undisturbed.get(machine) ?? [], from);
      if (minute >= to) return false;
      harm.found = { machine, name, minute, replication };
      return true;
    };
    const ended = await watchEndStates(
      { ...parameters, replication, duration, timeline: [...parameters.timeline, entry] },
      {
        entered: (stay) => harms(stay, stay.from + 1),
        left: (stay) => harms(stay, stay.to),
        happened: (minute, facts) => (comparison ?? trace).add(minute, facts),
      },
      this.pause,
    );
    return { harm: harm.found, trace, ended, differs: comparison?.endedAt(ended) ?? ended };
  }

  /** When what an outage has done has shown itself, and what comes after it too: that may strike earlier because of it. */
  private endOfRun(end: Minute): Minute {
    const { parameters } = this.question;
    const later = parameters.timeline.map(({ at }) => at);
    return Math.max(end, ...later) + aftermathOf(parameters);
  }

  /** When machines are in their end states if nothing is done to the estate. */
  private async staysWithout(replication: number): Promise<Stays> {
    const known = this.undisturbed.get(replication);
    if (known !== undefined) return known;
    const { parameters, latest } = this.question;
    const stays = new Map<MachineId, EndStateStay[]>();
    const left = (stay: EndStateStay) => {
      const earlier = stays.get(stay.machine);
      if (earlier === undefined) stays.set(stay.machine, [stay]);
      else earlier.push(stay);
      return false;
    };
    const duration = this.endOfRun(latest);
    const listener = { entered: () => false, left, happened: () => {} };
    await watchEndStates({ ...parameters, replication, duration }, listener, this.pause);
    this.undisturbed.set(replication, stays);
    return stays;
  }
}

/** The first minute from a given one on that lies in none of the stays. */
function firstOutside(stays: readonly EndStateStay[], from: Minute): Minute {
  const around = stays.find((stay) => stay.from <= from && from < stay.to);
  return around?.to ?? from;
}
