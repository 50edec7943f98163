import type { Minute, Minutes } from '../../engine/time.ts';

/** Hours in which a machine is on. `off` before `on` means the next morning. */
export interface UptimeParameters {
  /** Days on which it is switched on: `days[0]` is Monday. */
  readonly days: readonly boolean[];
  /** Minutes after midnight. */
  readonly on: Minutes;
  readonly off: Minutes;
  /** Each machine keeps its own hours later by a draw of 0 to this many minutes. */
  readonly jitter: Minutes;
  /** Times in which none of them is on, such as holidays. */
  readonly closed?: readonly ClosedTime[];
}

/** A time in which machines stay off. */
export interface ClosedTime {
  readonly from: Minute;
  readonly for: Minutes;
}

/** Windows in which a machine is connected, counted from its installation. */
export interface ConnectionParameters {
  readonly every: Minutes;
  readonly for: Minutes;
  readonly first: Minutes | 'random';
}
