import type { Minute } from '../../engine/time.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import type { Trace } from '../trace/trace.ts';
import type { EstateStep } from '../trace/trace-steps.ts';
import type { Words } from './chain-words.ts';
import type { ChainLink } from './explanation.ts';
import type { Locate } from './places.ts';

/** What a chain is made from, and what belongs in it. */
export interface ChainScope {
  readonly trace: Trace;
  readonly estate: Estate;
  readonly locate: Locate;
  /** The last minute of the chain. */
  readonly until: Minute;
  /** The minute of the trouble, or of the end where there is none. */
  readonly trouble: Minute;
  /** The threshold and group of the followed machine; `null` without one. */
  readonly machine: {
    readonly threshold: number;
    readonly group: string;
    readonly product: 'windows' | 'office';
  } | null;
  /** Hosts whose events belong in it, by name. */
  readonly hosts: ReadonlySet<string>;
  /** Whether an outage belongs in it though no contact failed then: it was found to be a cause. */
  readonly isCause: (step: EstateStep) => boolean;
}

/** Where the timeline does something to a name in a minute. */
export function placeOfEntry(
  minute: Minute,
  { estate, locate }: ChainScope,
  name: string | undefined,
): string | null {
  const { timeline } = estate.parameters;
  const index = timeline.findIndex(
    (entry) => entry.at === minute && Object.values(entry).some((value) => value === name),
  );
  return index === -1 ? null : locate(['timeline', index]);
}

/** A link of a chain. */
export function link(minute: Minute, { event, because, source }: Words, place: string | null): ChainLink {
  return { minute, event, because, place, source };
}
