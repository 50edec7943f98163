import { dailyBand } from '../../../experiments/comparison/bands.ts';
import { compareDesigns } from '../../../experiments/comparison/compare.ts';
import { tabulate } from '../../../experiments/comparison/design-results.ts';
import { figureColumn } from '../../../experiments/comparison/figure-values.ts';
import { isRandom } from '../../../experiments/replications/randomness.ts';
import { type ReplicationResult, replicate } from '../../../experiments/replications/replicate.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { ComparisonContent } from '../../content/report-document.ts';
import { loadDocument } from './load-document.ts';

/** A design that is compared. */
export interface NamedDesign {
  readonly name: string;
  readonly scenario: JsonObject;
}

const BANDS = [
  { caption: 'Machines in Notification or Unlicensed', band: 'ended' },
  { caption: 'Machines licensed', band: 'licensed' },
] as const;

/**
 * Runs replications of designs on common random numbers, with the seed of the first, and compares them.
 *
 * @throws ScenarioRefused when something is wrong with a design
 */
export function compareNamed(
  named: readonly NamedDesign[],
  replications: number,
  onProgress: (done: number) => void,
): ComparisonContent {
  const scenarios = named.map(({ scenario }) => loadDocument(scenario));
  const { seed } = scenarios[0];
  const results = scenarios.map(() => [] as ReplicationResult[]);
  const runs = scenarios.length * replications;
  for (let run = 0; run < runs; run += 1) {
    const design = run % scenarios.length;
    const parameters = { ...scenarios[design].parameters, seed };
    results[design].push(replicate(parameters, Math.floor(run / scenarios.length)));
    onProgress((run + 1) / runs);
  }
  const title = titleOf(named, scenarios);
  const tables = named.map(({ name }, design) =>
    tabulate(
      name,
      new Map(results[design].map(({ figures }, replication) => [replication, figureColumn(figures)])),
      isRandom(scenarios[design].parameters),
      scenarios[design].parameters.prices?.currency ?? null,
    ),
  );
  return {
    title,
    comparison: compareDesigns(tables),
    designs: named.map(({ name, scenario }, design) => ({
      name,
      title: scenarios[design].title,
      scenario: { ...scenario, seed },
      figures: results[design][0].figures,
    })),
    bands: BANDS.map(({ caption, band }) => ({
      title,
      caption,
      unit: 'machines',
      start: scenarios[0].start,
      replications,
      bands: named.map(({ name }, design) =>
        dailyBand(
          name,
          results[design].map(({ bands }) => bands[band]),
        ),
      ),
    })),
  };
}

function titleOf(named: readonly NamedDesign[], scenarios: readonly Scenario[]): string {
  const titles = scenarios.map(({ title }) => title);
  return (new Set(titles).size === titles.length ? titles : named.map(({ name }) => name)).join(' / ');
}
