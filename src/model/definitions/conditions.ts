/**
 * License conditions, numbered as Windows reports them in `LicenseStatus` (Operations Guide, WMI properties;
 * Notification is new in Vista SP1 and Server 2008).
 */
export const Condition = {
  Unlicensed: 0,
  Licensed: 1,
  OOBGrace: 2,
  OOTGrace: 3,
  NonGenuineGrace: 4,
  Notification: 5,
} as const;

export type Condition = (typeof Condition)[keyof typeof Condition];

/** The WMI names of the conditions, by number. */
export const CONDITION_NAMES = [
  'Unlicensed',
  'Licensed',
  'OOBGrace',
  'OOTGrace',
  'NonGenuineGrace',
  'Notification',
] as const;

export const CONDITION_COUNT = CONDITION_NAMES.length;

/** True in the two end states, in which a planner must not leave a machine. */
export function isEndState(condition: Condition): boolean {
  return condition === Condition.Notification || condition === Condition.Unlicensed;
}
