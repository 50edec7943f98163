import { explain } from '../../../advice/explain/explain.ts';
import type { Explanation } from '../../../advice/explain/explanation.ts';
import type { EstateParameters } from '../../../model/definitions/parameters.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import { loadDocument, ScenarioRefused } from './load-document.ts';

/** Runs after which an answer is half done, as far as can be guessed before. */
const TYPICAL_RUNS = 20;

/**
 * Explains what became of a machine, group, host, network or key.
 *
 * @throws UnknownSubject when nothing has that name
 */
export function explainSubject(
  document: JsonObject,
  subject: string,
  onProgress: (done: number) => void,
): Promise<Explanation> {
  return explain({
    scenario: loadDocument(document),
    subject,
    at: null,
    vary: (sets) => varied(document, sets),
    checkpoint: async (runs) => onProgress(runs / (runs + TYPICAL_RUNS)),
  });
}

/** The estate with more settings, each `PATH=VALUE`; `null` where they make it wrong. */
function varied(document: JsonObject, sets: readonly string[]): EstateParameters | null {
  const overrides = sets.map((set) => {
    const equals = set.indexOf('=');
    return { path: set.slice(0, equals), value: set.slice(equals + 1) };
  });
  try {
    return loadDocument(document, overrides).parameters;
  } catch (error) {
    if (error instanceof ScenarioRefused) return null;
    throw error;
  }
}
