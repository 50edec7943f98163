import { MINUTES_PER_DAY } from '../../engine/time.ts';
import { Condition } from '../../model/definitions/conditions.ts';
import type { Simulation } from '../../model/simulation.ts';
import { Timestamps } from '../../text/timestamps.ts';

/** The time in which the pace that is told follows the pace that is kept. */
const SETTLING_MILLISECONDS = 1_000;

/** What a run shows of itself while it is under way: the simulated date, machines licensed, contacts a second. */
export class RunPace {
  private readonly simulation: Simulation;
  private readonly timestamps: Timestamps;
  private contactsPerMillisecond = 0;
  private describedAt = 0;
  private contactsThen = 0;

  /** @param start ISO date of minute 0 */
  constructor(simulation: Simulation, start: string) {
    this.simulation = simulation;
    this.timestamps = new Timestamps(start);
  }

  /** The part of the run that is done, 0 to 1. */
  get done(): number {
    return this.simulation.now / this.simulation.estate.parameters.duration;
  }

  /**
   * The run in a few words. The contacts are those of about the last second; of the time since it was described
   * last, where that is longer.
   *
   * @param elapsedMilliseconds since the run began
   */
  describe(elapsedMilliseconds: number): string {
    this.follow(elapsedMilliseconds);
    const date = this.timestamps.date(Math.floor(this.simulation.now / MINUTES_PER_DAY));
    const pace = rounded(this.contactsPerMillisecond * 1_000);
    return `${date}, ${this.licensed()} licensed, ${pace} contacts/s`;
  }

  private follow(elapsed: number): void {
    const passed = elapsed - this.describedAt;
    if (passed <= 0) return;
    const contacts = this.contacts();
    const latest = (contacts - this.contactsThen) / passed;
    const weight = this.describedAt === 0 ? 1 : Math.min(1, passed / SETTLING_MILLISECONDS);
    this.contactsPerMillisecond += weight * (latest - this.contactsPerMillisecond);
    this.describedAt = elapsed;
    this.contactsThen = contacts;
  }

  private licensed(): number {
    const { machines, history } = this.simulation.estate;
    return machines.groups.reduce((sum, group) => sum + history.members(group, Condition.Licensed), 0);
  }

  private contacts(): number {
    const { activated, renewed, countTooLow, refused, noHost } = this.simulation.estate.attempts.tally;
    return activated + renewed + countTooLow + refused + noHost;
  }
}

/** A number to two digits or so: what moves ten times a second is not read to the last one. */
function rounded(value: number): string {
  if (value >= 999_500) return `${(value / 1_000_000).toFixed(1)} M`;
  if (value >= 999.5) return `${Math.round(value / 1_000)} k`;
  return String(Math.round(value));
}
