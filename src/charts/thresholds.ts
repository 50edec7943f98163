import type { Rules } from '../model/rules.ts';

/** A count that clients must be answered to activate, drawn as a line. */
export interface Threshold {
  /** Who asks for it, as the label says. */
  readonly name: string;
  /** CMID records. */
  readonly count: number;
}

/** The activation thresholds of the rules in force: published are 5 and 25 (Planning Guide). */
export function thresholdsOf(rules: Rules): Threshold[] {
  return [
    { name: 'Windows Server 2008', count: rules.serverThreshold },
    { name: 'Windows Vista', count: rules.vistaThreshold },
  ];
}

/** One line a count: thresholds that are equal share a label. Smallest first. */
export function thresholdLines(thresholds: readonly Threshold[]): Threshold[] {
  const names = new Map<number, string>();
  for (const { name, count } of thresholds) {
    const others = names.get(count);
    names.set(count, others === undefined ? name : `${others}, ${name}`);
  }
  return [...names].map(([count, name]) => ({ name, count })).sort((a, b) => a.count - b.count);
}
