import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../engine/time.ts';

/** A length of time (minutes in the model, a duration in the language), a whole number, or a switch. */
export type RuleUnit = 'minutes' | 'count' | 'switch';

/** A published number, which a scenario's `policy` may override. */
export interface Rule {
  readonly value: number | boolean;
  readonly unit: RuleUnit;
  /** One sentence: what the number decides. */
  readonly meaning: string;
  /** Where it is published, or that it is an assumption, with the doubt where sources disagree. */
  readonly source: string;
  /** Smallest and largest value that `policy` may give, in the rule's unit. */
  readonly range?: readonly [number, number];
}

/** Minutes in a number of days. */
export const days = (count: number) => count * MINUTES_PER_DAY;

/** Minutes in a number of hours. */
export const hours = (count: number) => count * MINUTES_PER_HOUR;

/** The longest time that `policy` may give. */
export const LONGEST_TIME = days(36_500);
const TIME_RANGE: readonly [number, number] = [1, LONGEST_TIME];
const COUNT_RANGE: readonly [number, number] = [0, 1_000_000];

/** A rule in minutes. */
export function time(value: number, meaning: string, source: string, range = TIME_RANGE) {
  return { value, unit: 'minutes', meaning, source, range } as const;
}

/** A rule that is a whole number. */
export function count(value: number, meaning: string, source: string, range = COUNT_RANGE) {
  return { value, unit: 'count', meaning, source, range } as const;
}

/** A rule that is a switch. */
export function onOff(value: boolean, meaning: string, source: string) {
  return { value, unit: 'switch', meaning, source } as const;
}
