import { flatFigures } from '../../experiments/comparison/figure-values.ts';
import type { RunOutcome } from '../../recording/run-outcome.ts';
import { suggestion } from '../../text/nearest.ts';
import type { Messages } from '../shared/messages.ts';

/** What is printed in front of an expected number. */
const COMPARISONS = { is: '', atLeast: 'at least ', atMost: 'at most ', above: 'above ', below: 'below ' };

/**
 * Shows what happened in a run, where the files are, and which expectations did not hold.
 *
 * @param place path of the folder of results
 */
export function reportOutcome(outcome: RunOutcome, place: string, messages: Messages): void {
  for (const line of outcome.story) messages.info(line);
  messages.info(`Results are in ${place}`);
  for (const { file, line, figure, comparison, value, actual } of outcome.failedExpectations) {
    const expected = `${COMPARISONS[comparison]}${value}`;
    const hint = actual === null ? hintAt(figure, outcome) : '';
    messages.error(
      `${file}:${line}: expectation failed: ${figure} is ${actual}, expected ${expected}${hint}`,
    );
  }
}

/** The figure that may have been meant, where none has that name. */
function hintAt(figure: string, { summary }: RunOutcome): string {
  const names = [...flatFigures(summary)].map(([path]) => path);
  return names.includes(figure) ? '' : `; there is no such figure${suggestion(figure, names)}`;
}
