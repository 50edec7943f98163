import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Improvement, type ImproveOptions, improve } from '../../../src/advice/improve/improve.ts';
import { type Outcome, outcomeOf } from '../../../src/advice/improve/outcome.ts';
import { designsBlock } from '../../../src/advice/improve/text/block.ts';
import { replicate } from '../../../src/experiments/replications/replicate.ts';
import { type Loaded, loadScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

const SCENARIOS = join(import.meta.dirname, '../../../scenarios');

/** A scenario that is shipped, as text. */
export function shipped(name: string): string {
  return readFileSync(join(SCENARIOS, `${name}.yaml`), 'utf8');
}

/** Loads scenarios by name, the first of them. */
export function load(texts: Readonly<Record<string, string>>): Loaded {
  const [first] = Object.keys(texts);
  const sources = {
    read: (path: string) => texts[path],
    resolve: (_: string, reference: string) => reference,
  };
  const loaded = loadScenario(first, sources);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return loaded;
}

/** One replication of a design, as the search sees it. */
export function outcome(scenario: Scenario, replication: number): Outcome {
  const online = [...scenario.parameters.hosts.values()].filter(
    ({ online: at }) => at < scenario.parameters.duration,
  );
  return outcomeOf(replicate(scenario.parameters, replication).figures, online.length);
}

/** A search on this thread, and the number of replications that it took. */
export async function searchHere(
  text: string,
  options: Partial<ImproveOptions> = {},
): Promise<{ readonly improvement: Improvement; readonly runs: number }> {
  const { scenario } = load({ 'base.yaml': text });
  let runs = 0;
  const improvement = await improve(
    scenario,
    { risk: 0.05, maxReplications: 300, newLinks: false, ...options },
    async ({ candidate, replications }) => {
      runs += replications.length;
      return replications.map((replication) => outcome(candidate.scenario, replication));
    },
    { onProgress: () => {} },
  );
  return { improvement, runs };
}

/** The chosen design, pasted into its scenario by way of a file that extends it. */
export function chosenDesign(text: string, { chosen, patch }: Improvement): Scenario {
  if (chosen === null || patch === null) throw new Error('no design was proved');
  const block = designsBlock('improved', chosen.candidate.words, patch);
  const { designs } = load({ 'pasted.yaml': `extends: base.yaml\n${block}`, 'base.yaml': text });
  const design = designs.get('improved');
  if (design === undefined) throw new Error('the block has no design');
  return design;
}

/** What the cheapest of some designs takes on average, of those without a machine in Notification in any replication. */
export function cheapestByHand(text: string, patches: readonly string[], replications: number): number {
  const variants = patches.map((patch, index) => `  d${index}: ${patch}`).join('\n');
  const { designs } = load({
    'by-hand.yaml': `extends: base.yaml\ndesigns:\n${variants}\n`,
    'base.yaml': text,
  });
  let least = Number.POSITIVE_INFINITY;
  for (const design of designs.values()) {
    let sum = 0;
    let replication = 0;
    for (; replication < replications; replication += 1) {
      const { notified, measure } = outcome(design, replication);
      if (notified) break;
      sum += measure;
    }
    if (replication === replications) least = Math.min(least, sum / replications);
  }
  return least;
}
