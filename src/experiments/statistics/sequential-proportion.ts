/** What a sequential test has shown so far. */
export type ProportionVerdict = 'below' | 'above' | 'open';

/** Parts of the limit that the test bets on where it tries to show that a proportion is below it, with their weights. */
const BELOW: readonly (readonly [part: number, weight: number])[] = [
  [0, 1 / 2],
  [1 / 10, 1 / 6],
  [1 / 4, 1 / 6],
  [1 / 2, 1 / 6],
];
/** Parts of the way from the limit to 1, where it tries to show that the proportion is above. */
const ABOVE: readonly (readonly [part: number, weight: number])[] = [
  [1, 1 / 4],
  [1 / 2, 1 / 4],
  [1 / 5, 1 / 4],
  [1 / 15, 1 / 4],
];

/**
 * A test of whether a proportion is below or above a limit that may be looked at after every trial: the likelihood of what
 * was seen under a mixture of other proportions, divided by that under the limit, is a supermartingale if the proportion
 * is on the other side. By J. Ville's inequality ("Étude critique de la notion de collectif", 1939) it then ever
 * reaches 1 / level with a probability of at most `level`, however often one looks (H. Robbins, "Statistical methods related to the law
 * of the iterated logarithm", Annals of Mathematical Statistics 41 (1970) 1397-1409; the test of A. Wald, 1945, for a mixture).
 *
 * With no success and a limit of 5 % it shows "below" at the level 0.05 after 65 trials; a single look planned beforehand
 * takes 59.
 */
export class SequentialProportion {
  private readonly limit: number;
  private readonly belowLevel: number;
  private readonly aboveLevel: number;
  private trials = 0;
  private successes = 0;
  private verdict: ProportionVerdict = 'open';

  /**
   * @param limit above 0 and below 1
   * @param belowLevel the chance that "below" is wrongly shown
   * @param aboveLevel the chance that "above" is wrongly shown
   */
  constructor(limit: number, belowLevel: number, aboveLevel: number) {
    this.limit = limit;
    this.belowLevel = belowLevel;
    this.aboveLevel = aboveLevel;
  }

  /** Takes the next trial. What was shown once remains shown. */
  add(success: boolean): ProportionVerdict {
    this.trials += 1;
    if (success) this.successes += 1;
    if (this.verdict !== 'open') return this.verdict;
    const { limit } = this;
    if (this.ratioOf(BELOW, (part) => limit * part) >= 1 / this.belowLevel) this.verdict = 'below';
    else if (this.ratioOf(ABOVE, (part) => limit + (1 - limit) * part) >= 1 / this.aboveLevel)
      this.verdict = 'above';
    return this.verdict;
  }

  get shown(): ProportionVerdict {
    return this.verdict;
  }

  /** Trials, and how many of them succeeded. */
  get counts(): { readonly trials: number; readonly successes: number } {
    return { trials: this.trials, successes: this.successes };
  }

  private ratioOf(bets: typeof BELOW, proportionOf: (part: number) => number): number {
    const failures = this.trials - this.successes;
    return bets.reduce((sum, [part, weight]) => {
      const proportion = proportionOf(part);
      const ratio =
        power(proportion / this.limit, this.successes) * power((1 - proportion) / (1 - this.limit), failures);
      return sum + weight * ratio;
    }, 0);
  }
}

/** `0 ** 0` is 1, as it should be: what never happened says nothing against it. */
function power(base: number, exponent: number): number {
  return base ** exponent;
}
