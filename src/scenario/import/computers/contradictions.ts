import { shown } from '../basics/shown.ts';

/** What files say differently of computers. */
export interface Contradiction {
  /** `edition`, `virtual`, `site` and the like. */
  readonly what: string;
  readonly count: number;
  /** The first ones: `PC1: Business (a.csv), Enterprise (b.csv)`. */
  readonly examples: readonly string[];
}

const MAX_EXAMPLES = 5;

/** Counts contradictions between files; the later file wins. */
export class Contradictions {
  private readonly found = new Map<string, { count: number; examples: string[] }>();

  add(
    what: string,
    computer: string,
    earlier: readonly [value: string, file: string],
    later: readonly [value: string, file: string],
  ): void {
    const entry = this.found.get(what) ?? { count: 0, examples: [] };
    entry.count++;
    if (entry.examples.length < MAX_EXAMPLES) {
      const [before, after] = [earlier, later].map(([value, file]) => `${shown(value)} (${shown(file)})`);
      entry.examples.push(`${shown(computer)}: ${before}, ${after}`);
    }
    this.found.set(what, entry);
  }

  list(): readonly Contradiction[] {
    return [...this.found].map(([what, entry]) => ({ what, ...entry }));
  }

  /** Lines for people. */
  notes(): string[] {
    return this.list().map(({ what, count, examples }) => {
      const more = count > examples.length ? '; ...' : '';
      return `Files contradict each other about the ${what} of ${count} ${count === 1 ? 'computer' : 'computers'}; the later file wins: ${examples.join('; ')}${more}.`;
    });
  }
}
