import { CONDITION_COUNT, Condition, isEndState } from '../model/definitions/conditions.ts';
import type { GroupSeries } from '../recording/run-series.ts';

/** Machines by day, one column a condition, of several groups together. */
export interface ConditionTotals {
  /** By number of the condition, then by day. */
  readonly inCondition: readonly Int32Array[];
  /** In Notification or Unlicensed, by day. */
  readonly inEndState: Int32Array;
}

/** Adds up the machines of `groups` over a run of `days`. */
export function conditionTotals(
  groups: readonly Pick<GroupSeries, 'conditions'>[],
  days: number,
): ConditionTotals {
  const inCondition = Array.from({ length: CONDITION_COUNT }, () => new Int32Array(days));
  const inEndState = new Int32Array(days);
  for (const { conditions } of groups) {
    conditions.forEach((column, condition) => {
      addTo(inCondition[condition], column);
      if (isEndState(condition as Condition)) addTo(inEndState, column);
    });
  }
  return { inCondition, inEndState };
}

function addTo(sums: Int32Array, column: Int32Array): void {
  for (let day = 0; day < sums.length; day++) sums[day] += column[day];
}

/**
 * The groups in the order of how badly they fared: most machine-days in end states first, then most in grace;
 * equals keep their order.
 */
export function mostAffectedFirst(groups: readonly GroupSeries[]): GroupSeries[] {
  const afflictions = groups.map((group) => ({ group, ...affliction(group) }));
  afflictions.sort((a, b) => b.endStateDays - a.endStateDays || b.graceDays - a.graceDays);
  return afflictions.map(({ group }) => group);
}

function affliction({ conditions }: GroupSeries): { endStateDays: number; graceDays: number } {
  let endStateDays = 0;
  let graceDays = 0;
  conditions.forEach((column, condition) => {
    const machineDays = column.reduce((sum, machines) => sum + machines, 0);
    if (isEndState(condition as Condition)) endStateDays += machineDays;
    else if (condition !== Condition.Licensed) graceDays += machineDays;
  });
  return { endStateDays, graceDays };
}
