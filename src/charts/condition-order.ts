import { Condition } from '../model/definitions/conditions.ts';

/** The order in which conditions are shown: what is well, what is on its way, what has ended. */
export const CONDITION_ORDER: readonly Condition[] = [
  Condition.Licensed,
  Condition.OOBGrace,
  Condition.OOTGrace,
  Condition.NonGenuineGrace,
  Condition.Notification,
  Condition.Unlicensed,
];
