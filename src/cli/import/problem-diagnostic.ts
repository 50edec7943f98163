import type { InventoryProblem } from '../../scenario/import/basics/inventory-error.ts';
import { type Diagnostic, MAX_MESSAGE } from '../../text/diagnostics.ts';
import { clip } from '../../text/visible-text.ts';

/** The diagnostic of a problem in an imported file. */
export function diagnosticOf(
  problem: InventoryProblem & { readonly sourceLine?: string },
  file: string,
): Diagnostic {
  const { line = 1, column = 1, message, name = 'unreadable-file', help, sourceLine = '' } = problem;
  const caretStart = Math.min(column, sourceLine.length + 1);
  return {
    name,
    severity: 'error',
    place: { file, line, column, sourceLine, caretStart, caretEnd: caretStart + 1 },
    message: clip(message, MAX_MESSAGE),
    ...(help === undefined ? {} : { help }),
  };
}
