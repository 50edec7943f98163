import { flatFigures } from '../../experiments/comparison/figure-values.ts';
import type { RunOutcome } from '../../recording/run-recorder.ts';
import { suggestion } from '../../text/nearest.ts';
import type { Messages } from '../messages.ts';

/** The words of comparisons, each as it stands in front of a number. */
const COMPARISONS = { is: '', atLeast: 'at least ', atMost: 'at most ', above: 'above ', below: 'below ' };

/**
 * Tells how a run went: what happened, where the files are, and which expectations did not hold.
 *
 * @param place path of the folder of results
 */
export function tellOutcome(outcome: RunOutcome, place: string, messages: Messages): void {
  for (const line of outcome.story) messages.say(line);
  messages.say(`Results are in ${place}`);
  for (const { file, line, figure, comparison, value, actual } of outcome.failedExpectations) {
    const expected = `${COMPARISONS[comparison]}${value}`;
    const hint = actual === null ? hintAt(figure, outcome) : '';
    messages.complain(
      `${file}:${line}: expectation failed: ${figure} is ${actual}, expected ${expected}${hint}`,
    );
  }
}

/** The figure that may have been meant, where there is none of that name. */
function hintAt(figure: string, { summary }: RunOutcome): string {
  const names = [...flatFigures(summary)].map(([path]) => path);
  return names.includes(figure) ? '' : `; there is no such figure${suggestion(figure, names)}`;
}
