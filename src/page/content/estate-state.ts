import type { Minute } from '../../engine/time.ts';
import type { Service } from '../../model/definitions/parameters.ts';
import type { OutageSpan } from '../../recording/run-series.ts';

/** What is down at a moment, and which services links no longer let through. */
export interface OutageState {
  /** Names of what is down as a whole. */
  readonly down: ReadonlySet<string>;
  /** By link: the services that are blocked. */
  readonly blocked: ReadonlyMap<string, ReadonlySet<Service>>;
}

/** The outages in force at a minute; one that begins in it is, one that ends in it is not. */
export function outagesAt(outages: readonly OutageSpan[], minute: Minute): OutageState {
  const down = new Set<string>();
  const blocked = new Map<string, Set<Service>>();
  for (const { subject, services, from, to } of outages) {
    if (minute < from || minute >= to) continue;
    if (services.length === 0) down.add(subject);
    else {
      const onLink = blocked.get(subject) ?? new Set<Service>();
      for (const service of services) onLink.add(service);
      blocked.set(subject, onLink);
    }
  }
  return { down, blocked };
}
