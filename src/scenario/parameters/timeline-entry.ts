import type { TimelineEntry } from '../../model/definitions/parameters.ts';
import { minuteOf } from '../../text/point-in-time.ts';
import type { TimelineValue } from '../parsing/parsed-scenario.ts';
import { TIMELINE_VERBS } from '../verbs/timeline-verbs.ts';
import type { Verb } from '../verbs/verb.ts';

/** The model's form of a timeline entry in which nothing is wrong. */
export function timelineEntry(value: TimelineValue, start: number): TimelineEntry {
  const verb: Pick<Verb<TimelineValue['action']>, 'toAction'> = TIMELINE_VERBS[value.action];
  return { at: minuteOf(value.at, start), ...verb.toAction(value) };
}
