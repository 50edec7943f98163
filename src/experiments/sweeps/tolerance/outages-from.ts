import type { Minute, Minutes } from '../../../engine/time.ts';
import type { EndStateEntry, OutageImpact, Outcome } from './outage-impact.ts';

/** What the latest length that was run did in a replication, and up to which length all others do the same. */
interface Known {
  readonly harm: EndStateEntry | null;
  readonly until: Minutes;
}

/**
 * Outages of all lengths from one minute on. They are told from one without an end: what is back and is not missed yet changes
 * nothing. So if after an outage of some length all goes on for days as in the one without an end, longer outages that end by then
 * do the same, and are not run. That saves nearly all runs where something else takes over.
 */
export class OutagesFrom {
  /** The earliest harm of an outage without an end; `null` when it does none. */
  readonly endless: EndStateEntry | null;
  private readonly start: Minute;
  private readonly impact: OutageImpact;
  /** By replication: the outage without an end. */
  private readonly references: readonly Outcome[];
  private readonly known = new Map<number, Known>();

  private constructor(start: Minute, references: readonly Outcome[], impact: OutageImpact) {
    this.start = start;
    this.references = references;
    this.impact = impact;
    const harms = references.map(({ harm }) => harm).filter((harm) => harm !== null);
    this.endless = harms.reduce<EndStateEntry | null>(
      (first, harm) => (first === null || harm.minute < first.minute ? harm : first),
      null,
    );
  }

  /** Runs the outage without an end in each replication. */
  static async begin(start: Minute, replications: number, impact: OutageImpact): Promise<OutagesFrom> {
    const references: Outcome[] = [];
    for (let replication = 0; replication < replications; replication += 1)
      references.push(await impact.of(start, null, replication));
    return new OutagesFrom(start, references, impact);
  }

  /**
   * The first harm of an outage in the first replication in which it does any; `null` when it does none.
   *
   * @param length not less than in the calls before
   */
  async harmOf(length: Minutes): Promise<EndStateEntry | null> {
    for (const replication of this.references.keys()) {
      const harm = await this.inReplication(length, replication);
      if (harm !== null) return harm;
    }
    return null;
  }

  private async inReplication(length: Minutes, replication: number): Promise<EndStateEntry | null> {
    const known = this.known.get(replication);
    if (known !== undefined && length <= known.until) return known.harm;
    const reference = this.references[replication];
    const { harm, differs } = await this.impact.of(this.start, length, replication, reference);
    this.known.set(replication, { harm, until: differs - this.start });
    return harm;
  }
}
