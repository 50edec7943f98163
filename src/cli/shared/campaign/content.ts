import { comparisonColumns } from '../../../experiments/comparison/columns.ts';
import {
  type Comparison,
  type ComparisonOptions,
  compareDesigns,
} from '../../../experiments/comparison/compare.ts';
import { type DesignResults, tabulate } from '../../../experiments/comparison/design-results.ts';
import { isOfWholeEstate } from '../../../experiments/comparison/figure-descriptions.ts';
import { figureColumn } from '../../../experiments/comparison/figure-values.ts';
import { comparisonRows, summaryRows } from '../../../experiments/comparison/rows.ts';
import type { ResultsByReplication } from '../../../experiments/replications/campaign.ts';
import type { DesignLabel } from '../../../experiments/replications/design.ts';
import type { Provenance } from '../../../recording/folder/manifest.ts';
import type { OpenRunFolder } from '../../../recording/folder/run-folder.ts';
import { costSchema } from '../../../scenario/schema/cost.ts';

/** Everything that the folder of a comparison or a sweep is made of; the designs of a sweep are the points of its grid. */
export interface CampaignContent {
  readonly designs: readonly DesignLabel[];
  /** By design. */
  readonly results: readonly ResultsByReplication[];
  readonly version: string;
  readonly seed: string;
  readonly commandLine: readonly string[];
  /** Whether charts are drawn. */
  readonly charts: boolean;
  /** Whether a comparison leaves its page. */
  readonly report: boolean;
  /** How the designs are evaluated. */
  readonly evaluation: ComparisonOptions;
  /** Which of the replications asked for are not there, as sentences without periods. */
  readonly missing?: readonly string[];
}

/**
 * Writes `comparison.csv`, the figures of every replication, and `summary.csv`: those of the whole estate, or all.
 *
 * @returns how the designs differ
 */
export function writeTables(folder: OpenRunFolder, content: CampaignContent): Comparison {
  const figures = figuresOf(content);
  const { evaluation } = content;
  const comparison = compareDesigns(figures, evaluation);
  const table = folder.openCsv('comparison.csv', comparisonColumns('comparison.csv'));
  const isShown = (path: string) =>
    evaluation.figures === 'all' || path === evaluation.primary || isOfWholeEstate(path);
  for (const row of comparisonRows(figures, isShown)) table.write(row);
  const summary = folder.openCsv('summary.csv', comparisonColumns('summary.csv'));
  for (const row of summaryRows(comparison)) summary.write(row);
  return comparison;
}

/** The title of a comparison: the titles of its designs or, where two are equal, their names. */
export function titleOf({ designs }: CampaignContent): string {
  const titles = designs.map(({ title }) => title);
  const distinct = new Set(titles).size === titles.length;
  return (distinct ? titles : designs.map(({ name }) => name)).join(' / ');
}

/** How the folder was made: the scenarios of all designs, in their order. */
export function provenanceOf({ designs, version, seed, commandLine, missing }: CampaignContent): Provenance {
  const scenario = designs.map(({ name, resolved }) => ({ design: name, scenario: resolved }));
  return { version, seed, commandLine, scenario, missing };
}

/**
 * The figures of each design's replications that the evaluation looks at: those of groups, hosts and keys only if it asks for them.
 *
 * @param also paths of figures that are asked for besides
 */
export function figuresOf(
  { designs, results, evaluation }: CampaignContent,
  also: readonly string[] = [],
): DesignResults[] {
  const { figures: shown, primary, equivalence = {} } = evaluation;
  const asked = [...(primary === undefined ? [] : [primary]), ...Object.keys(equivalence), ...also];
  const enters = (collection: string) =>
    shown === 'all' ||
    isOfWholeEstate(`${collection}.`) ||
    asked.some((path) => path.startsWith(`${collection}.`));
  return designs.map(({ name, random, resolved }, index) => {
    const figures = [...results[index]].map(
      ([replication, result]) => [replication, figureColumn(result.figures, enters)] as const,
    );
    return tabulate(name, new Map(figures), random, currencyOf(resolved));
  });
}

/** Where a design's rules differ from the published ones. */
export function policyOf({ name, resolved }: DesignLabel): string[] {
  return Object.entries(resolved.policy ?? {}).map(
    ([rule, value]) => `${name}: ${rule} is ${JSON.stringify(value)}`,
  );
}

/** What a design's prices are in; `null` where nothing is priced. A part of a comparison may say anything. */
function currencyOf(resolved: DesignLabel['resolved']): string | null {
  const cost = costSchema.safeParse(resolved.cost);
  return cost.success ? cost.data.currency : null;
}
