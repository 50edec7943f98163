import { loadWithFigures } from '../../src/experiments/loading/load-scenario.ts';
import type { Loaded } from '../../src/scenario/load.ts';
import { MAX_LISTED } from '../../src/text/diagnostic-collector.ts';
import { type Diagnostic, formatDiagnostic, MAX_MESSAGE } from '../../src/text/diagnostics.ts';
import { inMemory, MAIN } from '../scenario/in-memory.ts';

/** Characters that would drive a terminal, or hide what is written. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/**
 * Loads a text as every command does. Whatever it holds, there is a scenario, or errors that a person can read.
 *
 * @throws Error when that is not so
 */
export function checkLoad(text: string, until?: string): Loaded | null {
  const result = loadWithFigures(MAIN, inMemory(text), until === undefined ? {} : { until });
  if (result.ok) return result;
  const { diagnostics } = result;
  require(diagnostics.length > 0, 'refused without an error');
  require(diagnostics.length <= 2 * (MAX_LISTED + 1), `${diagnostics.length} errors`);
  for (const diagnostic of diagnostics) checkDiagnostic(diagnostic);
  return null;
}

function checkDiagnostic(diagnostic: Diagnostic): void {
  const { name, message, help = '', place } = diagnostic;
  const shown = JSON.stringify(diagnostic).slice(0, 2000);
  require(/^[a-z]+(-[a-z]+)*$/.test(name), `the name of ${shown}`);
  require(message.length > 4 &&
    message.length <= MAX_MESSAGE &&
    help.length <= MAX_MESSAGE, `the length of ${shown}`);
  require(!/\bundefined\b|\[object|\bNaN\b/.test(message.replace(/`[^`]*`/g, '')), `the words of ${shown}`);
  if (place !== null)
    require(place.line > 0 && place.column > 0 && place.caretEnd > place.caretStart, `the place of ${shown}`);
  require(!INVISIBLE.test(
    formatDiagnostic(diagnostic).replace(/[\n\t]/g, ''),
  ), `what is invisible in ${shown}`);
}

/** @throws Error when something does not hold */
export function require(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`does not hold: ${what}`);
}
