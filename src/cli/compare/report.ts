import type { Comparison } from '../../experiments/comparison/compare.ts';
import { terminalLines } from '../../experiments/comparison/terminal-table.ts';
import { type Messages, printable } from '../messages.ts';
import type { Outside } from '../outside.ts';

/**
 * Tells how designs differ: the tables, or everything as JSON, on standard output; where the files are, on standard
 * error.
 *
 * @param place path of the folder of results
 */
export function tellComparison(
  comparison: Comparison,
  place: string,
  { json }: { readonly json?: boolean },
  outside: Outside,
  messages: Messages,
): void {
  const text = json
    ? JSON.stringify(comparison, null, 2)
    : terminalLines(comparison).map(printable).join('\n');
  outside.output.write(`${text}\n`);
  messages.say(`Results are in ${place}`);
}
