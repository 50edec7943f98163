import { DurationError, formatDuration, parseDuration } from '../text/duration.ts';
import { makeSource, wholeOf } from '../text/source.ts';
import type { MapNode } from './document/tree.ts';
import type { ScenarioDiagnostics } from './errors/scenario-errors.ts';
import { settingSchemas } from './language/document.ts';

const OPTION = '--until';
/** The rank of the option's messages: after all others. */
const RANK = 1_000_000;

/** Cuts the duration of a scenario to the given one. What is wrong with that goes to `diagnostics`. */
export function cutDuration(document: MapNode, until: string, diagnostics: ScenarioDiagnostics): MapNode {
  const range = wholeOf(makeSource(OPTION, until, RANK));
  const written = document.entries.get('duration')?.value;
  const whole = settingSchemas.duration.safeParse(written?.kind === 'scalar' ? written.value : written);
  try {
    const cut = parseDuration(until);
    if (!whole.success) return document;
    if (cut > 0 && cut <= whole.data) {
      const value = { kind: 'scalar', value: formatDuration(cut), range } as const;
      return { ...document, entries: new Map(document.entries).set('duration', { key: range, value }) };
    }
    diagnostics.error(
      'out-of-range',
      range,
      `expected more than 0 min and at most the scenario's ${formatDuration(whole.data)}`,
    );
  } catch (error) {
    if (!(error instanceof DurationError)) throw error;
    diagnostics.error('invalid-duration', range, error.message);
  }
  return document;
}
