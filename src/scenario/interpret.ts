import { checkHosts, checkVamts } from './checks/check-hosts.ts';
import { checkMachines } from './checks/check-machines.ts';
import { checkPlaces } from './checks/check-places.ts';
import { checkPoints } from './checks/check-points.ts';
import { checkTimeline } from './checks/check-timeline.ts';
import { declare } from './declare.ts';
import type { Declared, Entry, ExpectationValue } from './declared.ts';
import { checkLimits } from './limits.ts';
import { Names } from './names.ts';
import { formatDate } from './point-in-time.ts';
import type { Problems } from './problems.ts';
import { checkReferences } from './references.ts';
import type { Expectation, Scenario } from './scenario.ts';
import { lineOf } from './source.ts';
import { toParameters } from './to-parameters.ts';
import { type MapNode, mapToJson } from './tree.ts';

/**
 * Checks a merged document and turns it into a scenario.
 *
 * @param name the scenario's title where it has none of its own
 * @returns `undefined` when something is wrong, now or before; what it is, is in `problems`
 */
export function interpret(document: MapNode, name: string, problems: Problems): Scenario | undefined {
  const before = problems.count;
  checkLimits(document, problems);
  if (problems.count > before) return undefined;
  const declared = declare(document, problems);
  checkReferences(document, new Names(document, problems));
  checkPlaces(declared, problems);
  checkHosts(declared, problems);
  checkMachines(declared, problems);
  checkVamts(declared, problems);
  checkTimeline(declared, problems);
  checkPoints(declared, problems);
  return problems.count > 0 ? undefined : toScenario(declared, name);
}

function toScenario(declared: Declared, name: string): Scenario {
  const parameters = toParameters(declared);
  return {
    title: declared.settings.title ?? name,
    start: formatDate(declared.settings.start!),
    seed: parameters.seed,
    resolved: mapToJson(declared.document),
    parameters,
    expectations: declared.expectations.map(toExpectation),
  };
}

function toExpectation({ value, key }: Entry<ExpectationValue>): Expectation {
  const written: Readonly<Record<string, unknown>> = value;
  return {
    figure: value.figure,
    comparison: value.comparison,
    value: written[value.comparison] as number | null,
    file: key.source.file,
    line: lineOf(key.source, key.start),
  };
}
