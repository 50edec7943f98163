import type { Minutes } from '../../engine/time.ts';
import type { EstateParameters, GroupParameters } from '../../model/definitions/parameters.ts';
import type { Rules } from '../../model/definitions/rules.ts';
import { clientSideOf, systemOf } from '../../model/definitions/system-lookups.ts';
import { timelineIndex } from './timeline-index.ts';

/** How long a machine can be used without activation: its grace period, and again for each rearm that is made use of. */
export function labLimit({ os, rearm }: GroupParameters, rules: Rules): Minutes {
  const rearms = rearm === 'at-expiry' ? rules[clientSideOf(os).rearms] : 0;
  return rules[systemOf(os).initialGrace] * (1 + rearms);
}

/**
 * The longest time for which a machine of a group is used without being rebuilt: what its rebuild interval says, or
 * what passes in the run between its installation, the rebuilds of the timeline, and its retirement or the end.
 */
export function longestLabLife(estate: EstateParameters, name: string, group: GroupParameters): Minutes {
  const own = timelineIndex(estate).ofGroup(name);
  const retired = own.flatMap(({ entry }) =>
    entry.type === 'retire' && entry.count === null ? [entry.at] : [],
  );
  const end = Math.min(estate.duration, ...retired);
  const rebuilt = own.flatMap(({ entry }) =>
    entry.type === 'rebuild' && entry.at > group.install.at && entry.at < end ? [entry.at] : [],
  );
  const moments = [group.install.at, ...rebuilt, end];
  const longest = Math.max(0, ...moments.slice(1).map((at, index) => at - moments[index]));
  if (group.rebuildEvery === null) return longest;
  return rebuilt.length === 0 ? group.rebuildEvery : Math.min(group.rebuildEvery, longest);
}
