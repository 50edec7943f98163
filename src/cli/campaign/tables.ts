import { comparisonColumns } from '../../experiments/comparison/columns.ts';
import { type Comparison, compareDesigns } from '../../experiments/comparison/compare.ts';
import type { DesignResults } from '../../experiments/comparison/design-results.ts';
import { comparisonMarkdown } from '../../experiments/comparison/markdown.ts';
import { comparisonRows, summaryRows } from '../../experiments/comparison/rows.ts';
import type { ResultsByReplication } from '../../experiments/replications/campaign.ts';
import type { DesignLabel } from '../../experiments/replications/design.ts';
import type { Provenance } from '../../recording/folder/manifest.ts';
import type { OpenRunFolder } from '../../recording/folder/run-folder.ts';
import { asTyped } from '../recorded-words.ts';

/** Everything that the folder of a comparison is made of. */
export interface ComparisonContent {
  readonly designs: readonly DesignLabel[];
  /** By design. */
  readonly results: readonly ResultsByReplication[];
  readonly version: string;
  readonly seed: string;
  readonly commandLine: readonly string[];
}

/**
 * Writes `comparison.csv`, every figure of every replication, and `summary.csv`.
 *
 * @returns what the designs' results say of one another
 */
export function writeTables(folder: OpenRunFolder, content: ComparisonContent): Comparison {
  const figures = figuresOf(content);
  const comparison = compareDesigns(figures);
  const table = folder.openCsv('comparison.csv', comparisonColumns('comparison.csv'));
  for (const row of comparisonRows(figures)) table.write(row);
  const summary = folder.openCsv('summary.csv', comparisonColumns('summary.csv'));
  for (const row of summaryRows(comparison)) summary.write(row);
  return comparison;
}

/**
 * Writes everything but charts and manifest.
 *
 * @returns what the designs' results say of one another
 */
export function writeComparison(folder: OpenRunFolder, content: ComparisonContent): Comparison {
  const comparison = writeTables(folder, content);
  const { designs, version, seed, commandLine } = content;
  const markdown = comparisonMarkdown(comparison, {
    title: titleOf(content),
    command: asTyped(commandLine),
    version,
    seed,
    assumptions: designs.flatMap(policyOf),
  });
  folder.writeFile('comparison.md', markdown.endsWith('\n') ? markdown : `${markdown}\n`);
  return comparison;
}

/** What a comparison is called: after its designs, by their titles or, where one title stands for several, their names. */
export function titleOf({ designs }: ComparisonContent): string {
  const titles = designs.map(({ title }) => title);
  const telling = new Set(titles).size === titles.length;
  return (telling ? titles : designs.map(({ name }) => name)).join(' / ');
}

/** How the folder was made: the scenarios of all designs, in their order. */
export function provenanceOf({ designs, version, seed, commandLine }: ComparisonContent): Provenance {
  const scenario = designs.map(({ name, resolved }) => ({ design: name, scenario: resolved }));
  return { version, seed, commandLine, scenario };
}

/** The figures of each design's replications. */
export function figuresOf({ designs, results }: ComparisonContent): DesignResults[] {
  return designs.map(({ name }, index) => ({
    design: name,
    replications: new Map([...results[index]].map(([replication, { figures }]) => [replication, figures])),
  }));
}

/** What a design assumes otherwise than what is published. */
function policyOf({ name, resolved }: DesignLabel): string[] {
  return Object.entries(resolved.policy ?? {}).map(
    ([rule, value]) => `${name}: ${rule} is ${JSON.stringify(value)}`,
  );
}
