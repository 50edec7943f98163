import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { Fate } from './fate.ts';
import { keyOf, parametersOf, type Variation, type Vary } from './variation.ts';

/** What a trial needs of whoever asks for it. */
export interface TrialContext {
  readonly base: EstateParameters;
  readonly vary: Vary;
  /** Simulates an estate until it is known what becomes of the subject in it. */
  readonly judge: (parameters: EstateParameters, checkpoint: () => Promise<void>) => Promise<Fate>;
  /** Called again and again, with the runs that are done: shows progress, lets the user interrupt. */
  readonly checkpoint: (runs: number) => Promise<void>;
}

export const NO_CHANGE: Variation = { entries: [], strikes: [], sets: [] };

/** Tries variations of a run, each once. */
export class Trials {
  /** Runs that were simulated. */
  runs = 0;
  private readonly context: TrialContext;
  private readonly fates = new Map<string, Fate | null>();

  constructor(context: TrialContext) {
    this.context = context;
  }

  /** What becomes of the subject in a variation; `null` when its settings make no valid scenario. */
  async fate(variation: Variation): Promise<Fate | null> {
    const key = keyOf(variation);
    const known = this.fates.get(key);
    if (known !== undefined) return known;
    const { base, vary, judge, checkpoint } = this.context;
    const parameters = parametersOf(base, variation, vary);
    let fate: Fate | null = null;
    if (parameters !== null) {
      fate = await judge(parameters, () => checkpoint(this.runs));
      this.runs += 1;
    }
    this.fates.set(key, fate);
    await checkpoint(this.runs);
    return fate;
  }

  /** Whether a variation is valid and the trouble does not happen in it. */
  async helps(variation: Variation): Promise<boolean> {
    return (await this.fate(variation))?.happens === false;
  }
}
