import { isRandom } from '../../experiments/replications/randomness.ts';
import type { Candidate } from './candidate.ts';
import type { Outcome } from './outcome.ts';

/** Replications of a design that are to be run. */
export interface Request {
  readonly candidate: Candidate;
  readonly replications: readonly number[];
}

/** Runs replications somewhere, and says of each what it gave, in the order asked for. Equal requests have equal answers. */
export type Simulate = (request: Request) => Promise<readonly Outcome[]>;

/** The replications of a design so far: always the first ones, without gaps. */
export class Evidence {
  readonly candidate: Candidate;
  readonly random: boolean;
  private readonly simulate: Simulate;
  private readonly first: number;
  private readonly outcomes: Outcome[] = [];

  /** @param first the number of the first replication: others than those of another stage are independent of it */
  constructor(candidate: Candidate, simulate: Simulate, first = 0) {
    this.candidate = candidate;
    this.first = first;
    this.random = isRandom(candidate.scenario.parameters);
    this.simulate = simulate;
  }

  /** Has the replications below a number run. One says everything where chance plays no part. */
  async reach(count: number): Promise<void> {
    const wanted = this.random ? count : Math.min(1, count);
    const replications: number[] = [];
    for (let replication = this.outcomes.length; replication < wanted; replication += 1)
      replications.push(this.first + replication);
    if (replications.length > 0)
      this.outcomes.push(...(await this.simulate({ candidate: this.candidate, replications })));
  }

  /** What a replication gave that was reached, the first one being 0. */
  at(replication: number): Outcome {
    return this.outcomes[this.random ? replication : 0];
  }

  /** Replications that were run. */
  get count(): number {
    return this.outcomes.length;
  }

  /** Those in which a machine came to Notification. */
  get failures(): number {
    return this.outcomes.filter(({ notified }) => notified).length;
  }

  /** Whether machines without a grace waited for their first license in any of them. */
  get waited(): boolean {
    return this.outcomes.some(({ waited }) => waited);
  }

  /** The mean of what is to be low. */
  get mean(): number {
    return this.outcomes.reduce((sum, { measure }) => sum + measure, 0) / this.outcomes.length;
  }

  /** In how many replications machines of a group came to Notification, by group, most first. */
  get groups(): [string, number][] {
    const counts = new Map<string, number>();
    for (const { groups } of this.outcomes)
      for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
    return [...counts].sort(([, left], [, right]) => right - left);
  }
}
