import { formatDate } from '../text/point-in-time.ts';
import { lineOf } from '../text/source.ts';
import { checkHosts, checkVamts } from './checks/check-hosts.ts';
import { checkMachines } from './checks/check-machines.ts';
import { checkPlaces } from './checks/check-places.ts';
import { checkPoints } from './checks/check-points.ts';
import { checkTimeline } from './checks/check-timeline.ts';
import { checkLimits } from './checks/limits.ts';
import { Names } from './checks/names.ts';
import { checkReferences } from './checks/references.ts';
import type { DiagnosticCollector } from './document/diagnostic-collector.ts';
import { type MapNode, mapToJson } from './document/tree.ts';
import { toParameters } from './parameters/to-parameters.ts';
import { parseSections } from './parsing/parse-sections.ts';
import type { Entry, ExpectationValue, ParsedScenario } from './parsing/parsed-scenario.ts';
import type { Expectation, Scenario } from './scenario.ts';

/**
 * Checks a merged document and turns it into a scenario.
 *
 * @param name the scenario's title where it has none of its own
 * @returns `undefined` when something is wrong, now or before; what it is, is in `problems`
 */
export function validateScenario(
  document: MapNode,
  name: string,
  problems: DiagnosticCollector,
): Scenario | undefined {
  const before = problems.count;
  checkLimits(document, problems);
  if (problems.count > before) return undefined;
  const declared = parseSections(document, problems);
  checkReferences(document, new Names(document, problems));
  checkPlaces(declared, problems);
  checkHosts(declared, problems);
  checkMachines(declared, problems);
  checkVamts(declared, problems);
  checkTimeline(declared, problems);
  checkPoints(declared, problems);
  return problems.count > 0 ? undefined : toScenario(declared, name);
}

function toScenario(declared: ParsedScenario, name: string): Scenario {
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
