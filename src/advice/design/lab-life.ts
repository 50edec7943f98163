import type { Minutes } from '../../engine/time.ts';
import type { EstateParameters, GroupParameters } from '../../model/definitions/parameters.ts';
import type { Rules } from '../../model/definitions/rules.ts';
import { clientSideOf, systemOf } from '../../model/definitions/system-lookups.ts';

/** How long a machine can be used without activation: its grace period, and again for each rearm that is made use of. */
export function labLimit({ os, rearm }: GroupParameters, rules: Rules): Minutes {
  const rearms = rearm === 'at-expiry' ? rules[clientSideOf(os).rearms] : 0;
  return rules[systemOf(os).initialGrace] * (1 + rearms);
}

/**
 * The longest time for which a machine of a group is used without being rebuilt: what its rebuild interval says, or
 * what passes in the run between its installation, the rebuilds of the timeline, and its retirement or the end.
 */
export function longestLabLife(
  { timeline, duration }: EstateParameters,
  name: string,
  group: GroupParameters,
): Minutes {
  const retired = timeline.flatMap((entry) =>
    entry.type === 'retire' && entry.group === name && entry.count === null ? [entry.at] : [],
  );
  const end = Math.min(duration, ...retired);
  const rebuilt = timeline.flatMap((entry) =>
    entry.type === 'rebuild' && entry.group === name && entry.at > group.install.at && entry.at < end
      ? [entry.at]
      : [],
  );
  const moments = [group.install.at, ...rebuilt.sort((left, right) => left - right), end];
  const longest = Math.max(0, ...moments.slice(1).map((at, index) => at - moments[index]));
  if (group.rebuildEvery === null) return longest;
  return rebuilt.length === 0 ? group.rebuildEvery : Math.min(group.rebuildEvery, longest);
}
