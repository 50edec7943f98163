import type { Minutes } from '../../engine/time.ts';
import type { GroupParameters } from '../../model/definitions/parameters.ts';

/**
 * The longest time between two contacts of a machine that renews: its renewal interval, or longer for one that is
 * rarely connected. What falls due while a machine is away happens when it is back, so a machine that is connected at
 * every `every` for `for` makes its contacts at the start of a window and as often as the interval fits into it.
 *
 * @param renewalInterval minutes from one success to the next contact
 */
export function contactGap({ connects }: GroupParameters, renewalInterval: Minutes): Minutes {
  if (connects === null || connects.for >= connects.every) return renewalInterval;
  const { every, for: length } = connects;
  if (renewalInterval > every) return renewalInterval + every - length;
  const inWindow = Math.floor((length - 1) / renewalInterval);
  return Math.max(renewalInterval, every - inWindow * renewalInterval);
}
