import { DurationError, formatDuration, parseDuration } from '../text/duration.ts';
import { makeSource, wholeOf } from '../text/source.ts';
import type { DiagnosticCollector } from './document/diagnostic-collector.ts';
import type { MapNode } from './document/tree.ts';
import { settingSchemas } from './schema/document.ts';

const OPTION = '--until';
/** Where the option's message stands: behind all others. */
const RANK = 1_000_000;

/** Cuts the duration of a scenario to the given one. What is wrong with that goes to `problems`. */
export function cutDuration(document: MapNode, until: string, problems: DiagnosticCollector): MapNode {
  const place = wholeOf(makeSource(OPTION, until, RANK));
  const written = document.entries.get('duration')?.value;
  const whole = settingSchemas.duration.safeParse(written?.kind === 'scalar' ? written.value : written);
  try {
    const cut = parseDuration(until);
    if (!whole.success) return document;
    if (cut > 0 && cut <= whole.data) {
      const value = { kind: 'scalar', value: formatDuration(cut), place } as const;
      return { ...document, entries: new Map(document.entries).set('duration', { key: place, value }) };
    }
    problems.report(
      place,
      `expected more than 0 min and at most the scenario's ${formatDuration(whole.data)}`,
    );
  } catch (error) {
    if (!(error instanceof DurationError)) throw error;
    problems.report(place, error.message);
  }
  return document;
}
