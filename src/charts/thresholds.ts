import { FAMILIES, type Family } from '../model/definitions/families.ts';
import { PUBLISHED_RULES, type Rules } from '../model/definitions/rules.ts';
import { CLIENT_SYSTEMS, clientSideOf, systemOf } from '../model/definitions/system-lookups.ts';

/** A count that clients must be answered to activate, drawn as a line. */
export interface Threshold {
  /** Who asks for it, as the label says. */
  readonly name: string;
  /** Systems that ask for it. */
  readonly family: Family;
  /** CMID records. */
  readonly count: number;
  /** CMID records that a host keeps which was asked with no larger threshold. */
  readonly kept: number;
}

/** Thresholds of one count: the level and who asks for it. */
export interface ThresholdLevel {
  readonly count: number;
  readonly names: readonly string[];
}

/** The activation thresholds of the rules in force, one a family, in the order of their published values. */
export function thresholdsOf(rules: Rules): Threshold[] {
  const byFamily = new Map(
    CLIENT_SYSTEMS.map((name) => [systemOf(name).family, clientSideOf(name).threshold] as const),
  );
  return [...byFamily]
    .sort(([, a], [, b]) => PUBLISHED_RULES[a] - PUBLISHED_RULES[b])
    .map(([family, rule]) => ({
      name: FAMILIES[family].title,
      family,
      count: rules[rule],
      kept: rules[rule] * rules.recordsPerThreshold,
    }));
}

/** Those that clients of the given families ask for, smallest first. */
export function thresholdsInUse(thresholds: readonly Threshold[], families: readonly Family[]): Threshold[] {
  return thresholds.filter(({ family }) => families.includes(family)).sort((a, b) => a.count - b.count);
}

/** One level a count, in the order of the thresholds: those that are equal share it. */
export function thresholdLevels(thresholds: readonly Threshold[]): ThresholdLevel[] {
  const names = new Map<number, string[]>();
  for (const { name, count } of thresholds) names.set(count, [...(names.get(count) ?? []), name]);
  return [...names].map(([count, names]) => ({ count, names }));
}

/**
 * Why the line of a host with a thousand clients is flat; nothing where no threshold is in use.
 * @param thresholds those in use, smallest first
 */
export function memoryNote(thresholds: readonly Threshold[]): string | undefined {
  const largest = thresholds.at(-1);
  if (largest === undefined) return undefined;
  const factor = largest.kept / largest.count;
  const times = factor === 2 ? 'twice' : `${factor} times`;
  const least = thresholds[0];
  const fewer = least.kept < largest.kept ? `, or ${least.kept} if only ${least.name} asked` : '';
  return `a host remembers at most ${times} the largest threshold that it was asked with: ${largest.kept} computers${fewer}`;
}
