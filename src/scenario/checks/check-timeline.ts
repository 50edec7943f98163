import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import type { ParsedScenario, TimelineValue } from '../parsing/parsed-scenario.ts';
import type { EntryReport, KnownEntries } from '../schema/known.ts';
import { TIMELINE_VERBS } from '../verbs/timeline-verbs.ts';
import type { Verb } from '../verbs/verb.ts';
import { knownEntries, reportAbout } from './known-entries.ts';

/** Reports timeline entries that do not fit what they are about. */
export function checkTimeline(parsed: ParsedScenario, diagnostics: ScenarioDiagnostics): void {
  const known = knownEntries(parsed);
  for (const entry of parsed.timeline) check(entry.value, known, reportAbout(entry, diagnostics));
}

function check(value: TimelineValue, known: KnownEntries, report: EntryReport): void {
  const verb: Pick<Verb<TimelineValue['action']>, 'check'> = TIMELINE_VERBS[value.action];
  verb.check(value, known, report);
}
