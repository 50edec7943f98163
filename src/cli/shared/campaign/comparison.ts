import type { Comparison } from '../../../experiments/comparison/compare.ts';
import { comparisonMarkdown } from '../../../experiments/comparison/markdown.ts';
import { terminalLines } from '../../../experiments/comparison/terminal-table.ts';
import { shellQuote } from '../../../text/shell-quote.ts';
import { drawComparison } from './comparison-charts.ts';
import { writeComparisonReport } from './comparison-page.ts';
import { type CampaignContent, policyOf, titleOf, writeTables } from './content.ts';
import type { CampaignKind } from './kind.ts';

/** How designs differ. */
export const COMPARISON: CampaignKind<Comparison> = {
  grid: undefined,
  usesDays: true,
  async write(content, work, messages) {
    const comparison = writeTables(work.folder, content);
    work.folder.writeFile('comparison.md', markdownOf(content, comparison));
    if (content.charts) await drawComparison(content, comparison, work, messages);
    if (content.report) await writeComparisonReport(content, comparison, work);
    return comparison;
  },
  asJson: (comparison) => comparison,
  asLines: terminalLines,
};

function markdownOf(content: CampaignContent, comparison: Comparison): string {
  const { designs, version, seed, commandLine, missing } = content;
  const markdown = comparisonMarkdown(comparison, {
    title: titleOf(content),
    command: shellQuote(commandLine),
    version,
    seed,
    assumptions: designs.flatMap(policyOf),
    missing: missing?.map((sentence) => `${sentence}.`),
  });
  return markdown.endsWith('\n') ? markdown : `${markdown}\n`;
}
