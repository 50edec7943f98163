import type { Family } from '../model/definitions/editions.ts';
import type { Rules } from '../model/definitions/rules.ts';

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

/** The activation thresholds of the rules in force: published are 5 and 25 (Planning Guide). */
export function thresholdsOf(rules: Rules): Threshold[] {
  const { serverThreshold, vistaThreshold, recordsPerThreshold } = rules;
  const threshold = (name: string, family: Family, count: number): Threshold => ({
    name,
    family,
    count,
    kept: count * recordsPerThreshold,
  });
  return [
    threshold('Windows Server 2008', 'server-2008', serverThreshold),
    threshold('Windows Vista', 'vista', vistaThreshold),
  ];
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
