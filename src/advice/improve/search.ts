import { kimNelson, type PairVerdict } from '../../experiments/statistics/kim-nelson.ts';
import { SequentialProportion } from '../../experiments/statistics/sequential-proportion.ts';
import type { Candidate } from './candidate.ts';
import { Evidence, type Simulate } from './evidence.ts';

/** What is sought. */
export interface Goal {
  /** The chance of any machine in Notification that a design must stay under. */
  readonly risk: number;
  /** Replications of one design after which nothing more is tried to prove it. */
  readonly maxReplications: number;
  /** Whether designs are compared by a cost; otherwise by hosts, then activations. */
  readonly priced: boolean;
}

/** What became of a design. */
export type Verdict = 'chosen' | 'too-risky' | 'dearer' | 'not-proved' | 'dearer-on-paper' | 'not-tried';

/** A design with what became of it. */
export interface Tried {
  readonly candidate: Candidate;
  readonly verdict: Verdict;
  /** `null` of a design that was not simulated. */
  readonly evidence: Evidence | null;
}

export interface SearchListeners {
  /** Another block of replications of a design is to be run. */
  onProgress(done: number, total: number, replications: number): void;
}

/** With which a design is proved. */
export const CONFIDENCE = 0.95;
/** Replications that order the designs and drop clear losers; they prove nothing. */
export const SCREENING = 10;
/** Replications between two looks: the same whatever the number of threads. */
const SCREENING_BLOCK = 5;
const BLOCK = 20;
/** Designs that are simulated; what is left then is not tried. */
export const MAX_SIMULATED = 300;
/** A difference in cost that does not matter, as a part of the cost; without prices it is one activation. */
export const INDIFFERENCE = 0.01;

/** Costs that differ by less are equal: prices are rounded to cents. */
const ROUNDING = 0.005;

const LEVEL = 1 - CONFIDENCE;
/** The chance that a design which is good enough is dropped as a loser, in the screening and again in the proof. */
const LOSING = LEVEL / 2;

/**
 * A part of the level for the `rank`-th of a list of any length: 1/2, 1/6, 1/12 ..., which add up to 1 (Bonferroni with
 * weights).
 */
function levelOf(rank: number): number {
  return LEVEL / (rank * (rank + 1));
}

/** The fewest replications that can prove a design whose machines never come to Notification, the first of its list. */
export function fewestForProof(risk: number): number {
  const test = new SequentialProportion(risk, levelOf(1), LEVEL);
  let count = 1;
  while (test.add(false) !== 'below') count += 1;
  return SCREENING + count;
}

/**
 * Finds the cheapest design whose risk is proved to be low enough: screening, a sequential proof, and fully sequential
 * comparisons of what designs cost, all on common random numbers.
 *
 * The designs are taken by what they take at least, cheapest first, until the next cannot be cheaper than the one that is proved.
 * Each goes through (1) {@link SCREENING} replications; what shows to be too risky is dropped, the others form the list of
 * designs to be proved; (2) further replications, which the order of the list does not depend on: the `rank`-th of the list is proved when
 * {@link SequentialProportion} shows at its part of the level that its chance of any machine in Notification is below the risk. So the
 * probability that any design is wrongly taken as proved is at most 5 %, wherever the search ends. (3) Of two
 * that are proved, {@link kimNelson} chooses the one that costs less.
 *
 * @param candidates by what they take at least, lowest first
 */
export async function searchBest(
  candidates: readonly Candidate[],
  goal: Goal,
  simulate: Simulate,
  listeners: SearchListeners,
): Promise<Tried[]> {
  const search = new Search(goal, simulate, listeners, candidates.length);
  for (const [index, candidate] of candidates.entries()) await search.take(candidate, index);
  return search.tried;
}

class Search {
  private readonly goal: Goal;
  private readonly simulate: Simulate;
  private readonly listeners: SearchListeners;
  private readonly total: number;
  private readonly others: Tried[] = [];
  private best: Evidence | null = null;
  private simulated = 0;
  private listed = 0;
  private duels = 0;

  constructor(goal: Goal, simulate: Simulate, listeners: SearchListeners, total: number) {
    this.goal = goal;
    this.simulate = simulate;
    this.listeners = listeners;
    this.total = total;
  }

  get tried(): Tried[] {
    const chosen: Tried[] =
      this.best === null ? [] : [{ candidate: this.best.candidate, verdict: 'chosen', evidence: this.best }];
    return [...chosen, ...this.others];
  }

  async take(candidate: Candidate, index: number): Promise<void> {
    if (this.best !== null && candidate.floor.measure >= this.best.mean - ROUNDING) {
      this.others.push({ candidate, verdict: 'dearer-on-paper', evidence: null });
      return;
    }
    if (this.simulated >= MAX_SIMULATED) {
      this.others.push({ candidate, verdict: 'not-tried', evidence: null });
      return;
    }
    this.simulated += 1;
    const evidence = new Evidence(candidate, this.simulate);
    const verdict = evidence.random ? await this.judge(evidence, index) : await this.judgeExactly(evidence);
    if (verdict !== 'chosen') {
      this.others.push({ candidate, verdict, evidence });
      return;
    }
    if (this.best !== null)
      this.others.push({ candidate: this.best.candidate, verdict: 'dearer', evidence: this.best });
    this.best = evidence;
  }

  /** Where chance plays no part, one replication says everything. */
  private async judgeExactly(evidence: Evidence): Promise<Verdict> {
    await evidence.reach(1);
    if (evidence.at(0).notified) return 'too-risky';
    return this.best === null || evidence.mean < this.best.mean ? 'chosen' : 'dearer';
  }

  private async judge(evidence: Evidence, index: number): Promise<Verdict> {
    const { risk, maxReplications } = this.goal;
    const screening = new SequentialProportion(risk, 0, LOSING);
    for (let count = SCREENING_BLOCK; count <= SCREENING; count += SCREENING_BLOCK) {
      await this.reach(evidence, count, index);
      for (let at = count - SCREENING_BLOCK; at < count; at += 1)
        if (screening.add(evidence.at(at).notified) === 'above') return 'too-risky';
    }
    this.listed += 1;
    const duel = this.best === null ? null : this.challenge(this.best);
    const proof = new SequentialProportion(risk, levelOf(this.listed), LOSING);
    for (let from = SCREENING; ; ) {
      const cheaper = (await duel?.compare(evidence, from)) ?? 'first';
      if (cheaper === 'second') return 'dearer';
      if (proof.shown === 'below' && cheaper === 'first') return 'chosen';
      if (from >= maxReplications)
        return proof.shown !== 'below' ? 'not-proved' : duel?.leads(evidence) === false ? 'dearer' : 'chosen';
      const to = Math.min(maxReplications, from + BLOCK);
      await this.reach(evidence, to, index);
      for (let at = from; at < to; at += 1)
        if (proof.add(evidence.at(at).notified) === 'above') return 'too-risky';
      from = to;
    }
  }

  private challenge(best: Evidence): Duel {
    this.duels += 1;
    return new Duel(best, this.goal, levelOf(this.duels));
  }

  private async reach(evidence: Evidence, count: number, index: number): Promise<void> {
    this.listeners.onProgress(index, this.total, count);
    await evidence.reach(count);
  }
}

/** What a design costs against the best one so far, replication by replication. */
class Duel {
  private readonly best: Evidence;
  private readonly goal: Goal;
  private readonly level: number;

  constructor(best: Evidence, goal: Goal, level: number) {
    this.best = best;
    this.goal = goal;
    this.level = level;
  }

  /** Whether a design is cheaper (`first`) or the best one so far is (`second`), by the first `count` replications. */
  async compare(evidence: Evidence, count: number): Promise<PairVerdict> {
    await this.best.reach(count);
    const differences = Array.from(
      { length: count },
      (_, at) => evidence.at(at).measure - this.best.at(at).measure,
    );
    const indifference = this.goal.priced ? Math.max(INDIFFERENCE * Math.abs(this.best.mean), 0.01) : 1;
    return kimNelson({ differences, firstStage: SCREENING, level: this.level, indifference });
  }

  /** Whether a design is cheaper on average, where no more replications are to be run. */
  leads(evidence: Evidence): boolean {
    return evidence.mean < this.best.mean;
  }
}
