import type { Scenario } from '../scenario/scenario.ts';
import { figureAt } from './figures/expectations.ts';
import type { RunOutcome } from './run-outcome.ts';

/** Grows when a key of `summary.json` changes its meaning; new keys do not count. */
const FORMAT_VERSION = 1;

/**
 * The text of `summary.json`: the figures, the expectations with what the run gave, and the closing words as
 * findings. A finding's minute is when it happened or is due; its subject is a machine, host or key.
 */
export function summaryText(scenario: Scenario, outcome: RunOutcome): string {
  const document = {
    formatVersion: FORMAT_VERSION,
    ...outcome.summary,
    expectations: expectationsOf(scenario, outcome),
    findings: outcome.findings,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Each expectation as a scenario writes it, what the run gave, and whether it held. */
function expectationsOf({ expectations }: Scenario, { summary, failedExpectations }: RunOutcome): object[] {
  const failed = new Set(failedExpectations.map(({ file, line, figure }) => `${file} ${line} ${figure}`));
  return expectations.map(({ figure, comparison, value, file, line }) => ({
    figure,
    [comparison]: value,
    actual: figureAt(summary, figure),
    held: !failed.has(`${file} ${line} ${figure}`),
  }));
}
