import type { EstateParameters, TimelineEntry } from '../../model/definitions/parameters.ts';
import { groupBy } from './group-by.ts';

/** A timeline entry and its place in the file. */
export interface PlacedEntry {
  readonly index: number;
  readonly entry: TimelineEntry;
}

/** What a timeline does to one name, in the order of time; in one minute in that of the file. */
export interface TimelineIndex {
  readonly ofGroup: (name: string) => readonly PlacedEntry[];
  readonly ofHost: (name: string) => readonly PlacedEntry[];
  readonly ofKey: (name: string) => readonly PlacedEntry[];
}

/** Of estates that were asked about: their designs ask for thousands of names. */
const INDEXES = new WeakMap<EstateParameters, TimelineIndex>();

/** The entries of an estate's timeline by the groups, hosts and keys that they name. */
export function timelineIndex(estate: EstateParameters): TimelineIndex {
  const known = INDEXES.get(estate) ?? indexed(estate);
  INDEXES.set(estate, known);
  return known;
}

function indexed({ timeline }: EstateParameters): TimelineIndex {
  const inOrder = timeline
    .map((entry, index): PlacedEntry => ({ index, entry }))
    .sort((left, right) => left.entry.at - right.entry.at);
  const by = (nameOf: (entry: TimelineEntry) => string | null | undefined) => {
    const entries = groupBy(inOrder, ({ entry }) => nameOf(entry));
    return (name: string) => entries.get(name) ?? [];
  };
  return {
    ofGroup: by((entry) => ('group' in entry ? entry.group : null)),
    ofHost: by((entry) => ('host' in entry && !('group' in entry) ? entry.host : null)),
    ofKey: by((entry) => (entry.type === 'raise' ? entry.key : null)),
  };
}
