import { MINUTES_PER_DAY, type Minute, type Minutes } from '../../../engine/time.ts';
import type { MachineId } from '../../../model/definitions/ids.ts';
import type { EstateParameters } from '../../../model/definitions/parameters.ts';
import { longestGraceAfterExpiry } from '../../../model/definitions/system-lookups.ts';
import { type Ending, type Pause, runUntilEnding } from './endings.ts';

/** The first machine that an outage brings to its end state. */
export interface Harm extends Ending {
  /** Number of the replication in which it does. */
  readonly replication: number;
}

/** After a license and its grace are over, what an outage has done has shown itself: so long, and a while more. */
const MARGIN = 30 * MINUTES_PER_DAY;

/** How long a run goes on behind an outage: 240 days by the published rules. */
export function aftermathOf({ rules }: EstateParameters): Minutes {
  return rules.activationValidity + longestGraceAfterExpiry(rules) + MARGIN;
}

/**
 * Tells what outages do to an estate that it does not suffer without them. Both runs of a replication meet the same
 * random numbers.
 */
export class Harms {
  private readonly parameters: EstateParameters;
  private readonly target: string;
  private readonly replications: number;
  private readonly pause: Pause;
  private readonly undisturbed = new Map<number, ReadonlyMap<MachineId, readonly Minute[]>>();
  private readonly latest: Minute;

  /**
   * @param target what is down: a name that the timeline's `down` takes
   * @param replications that are looked at for each outage
   * @param latest no outage ends later than this minute
   */
  constructor(
    parameters: EstateParameters,
    target: string,
    replications: number,
    latest: Minute,
    pause: Pause,
  ) {
    this.parameters = parameters;
    this.target = target;
    this.replications = replications;
    this.latest = latest;
    this.pause = pause;
  }

  /**
   * The first machine that reaches its end state after the outage has begun, and without it would not have.
   *
   * @returns `null` when there is none in any replication
   */
  async of(start: Minute, length: Minutes): Promise<Harm | null> {
    const duration = start + length + aftermathOf(this.parameters);
    const entry = { type: 'down', at: start, target: this.target, for: length } as const;
    const timeline = [...this.parameters.timeline, entry];
    for (let replication = 0; replication < this.replications; replication += 1) {
      const undisturbed = await this.endingsWithout(replication);
      const endsAnyway = (machine: MachineId) =>
        undisturbed.get(machine)?.some((minute) => minute >= start && minute < duration) ?? false;
      const ending = await runUntilEnding(
        { ...this.parameters, replication, duration, timeline },
        ({ machine, minute }) => minute >= start && !endsAnyway(machine),
        this.pause,
      );
      if (ending !== null) return { ...ending, replication };
    }
    return null;
  }

  /** When machines reach their end states if nothing is done to the estate. */
  private async endingsWithout(replication: number): Promise<ReadonlyMap<MachineId, readonly Minute[]>> {
    const known = this.undisturbed.get(replication);
    if (known !== undefined) return known;
    const minutes = new Map<MachineId, Minute[]>();
    const duration = this.latest + aftermathOf(this.parameters);
    const note = ({ machine, minute }: Ending) => {
      minutes.set(machine, [...(minutes.get(machine) ?? []), minute]);
      return false;
    };
    await runUntilEnding({ ...this.parameters, replication, duration }, note, this.pause);
    this.undisturbed.set(replication, minutes);
    return minutes;
  }
}
