import type { SweepFindings } from '../../experiments/sweeps/findings.ts';
import { sweepLines } from '../../experiments/sweeps/sweep-table.ts';
import { type Messages, printable } from '../messages.ts';
import type { Outside } from '../outside.ts';

/**
 * Tells what a sweep has found: the table and where the answer tips, or everything as JSON, on standard output; where
 * the files are, on standard error.
 *
 * @param place path of the folder of results
 */
export function tellSweep(
  findings: SweepFindings,
  place: string,
  { json }: { readonly json?: boolean },
  outside: Outside,
  messages: Messages,
): void {
  const text = json ? asJson(findings) : sweepLines(findings).map(printable).join('\n');
  outside.output.write(`${text}\n`);
  messages.say(`Results are in ${place}`);
}

function asJson({ question, points, swept, sentences, replications }: SweepFindings): string {
  const told = {
    settings: swept.settings,
    figure: question.figure,
    confidence: swept.confidence,
    replications,
    points: points.map(({ name, values }, index) => ({
      design: name,
      values,
      ...swept.points[index].estimate,
    })),
    tipping: sentences,
  };
  return JSON.stringify(told, null, 2);
}
