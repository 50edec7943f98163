import type { TimelineAction } from '../../model/definitions/parameters.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../scenario/document/json.ts';
import { withValue } from './document.ts';

/** Verbs after which the design is still what it was: what they do passes, or takes away machines. */
const PASSING: ReadonlySet<string> = new Set<TimelineAction['type']>([
  'down',
  'block',
  'move',
  'rebuild',
  'retire',
  'validate',
  'activate',
]);

/** Verbs that are about a host alone: without it, such an entry has nothing to do. */
const ABOUT_A_HOST = ['down', 'move', 'rekey', 'unpublish', 'update'];

/** Whether the timeline leaves the design as it is, so that what is dead on paper is dead in every run. */
export function keepsDesign(timeline: readonly TimelineAction[]): boolean {
  return timeline.every(({ type }) => PASSING.has(type));
}

/** Whether an entry needs a host to do something for others, such as `point: GROUP, host: HOST`. */
export function needsHost(document: JsonObject, host: string): boolean {
  return entriesOf(document).some((entry) => {
    const keys = Object.entries(entry).flatMap(([key, value]) => (value === host ? [key] : []));
    return keys.some((key) => !ABOUT_A_HOST.includes(key));
  });
}

/** A document whose timeline has no entry that is about a host alone. */
export function withoutEntriesAbout(document: JsonObject, host: string): JsonObject {
  const before = document.timeline;
  if (!Array.isArray(before)) return document;
  const after = before.filter(
    (entry: JsonValue) => !isJsonObject(entry) || !ABOUT_A_HOST.some((key) => entry[key] === host),
  );
  if (after.length === before.length) return document;
  return withValue(document, ['timeline'], after.length === 0 ? undefined : after);
}

function entriesOf({ timeline }: JsonObject): JsonObject[] {
  return Array.isArray(timeline) ? timeline.filter(isJsonObject) : [];
}
