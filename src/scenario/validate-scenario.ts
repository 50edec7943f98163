import { formatDate } from '../text/point-in-time.ts';
import { lineOf } from '../text/source.ts';
import { checkDomains } from './checks/check-domains.ts';
import { checkHosts, checkVamts } from './checks/check-hosts.ts';
import { checkLinks } from './checks/check-links.ts';
import { checkMachines } from './checks/check-machines.ts';
import { checkPoints } from './checks/check-points.ts';
import { checkSize } from './checks/check-size.ts';
import { checkTimeline } from './checks/check-timeline.ts';
import { checkLimits } from './checks/limits.ts';
import { Names } from './checks/names.ts';
import { checkReferences } from './checks/references.ts';
import { locate } from './document/locate.ts';
import { type MapNode, mapToJson } from './document/tree.ts';
import type { ScenarioDiagnostics } from './errors/scenario-errors.ts';
import { toParameters } from './parameters/to-parameters.ts';
import { parseSections } from './parsing/parse-sections.ts';
import type { Entry, ExpectationValue, ParsedScenario } from './parsing/parsed-scenario.ts';
import type { Expectation, Scenario } from './scenario.ts';

/**
 * Checks a merged document and turns it into a scenario.
 *
 * @param name the scenario's title where it has none of its own
 * @returns `undefined` when something is wrong, now or before; what it is, is in `diagnostics`
 */
export function validateScenario(
  document: MapNode,
  name: string,
  diagnostics: ScenarioDiagnostics,
): Scenario | undefined {
  const before = diagnostics.errorCount;
  checkLimits(document, diagnostics);
  if (diagnostics.errorCount > before) return undefined;
  const parsed = parseSections(document, diagnostics);
  checkReferences(document, new Names(document, diagnostics));
  checkLinks(parsed, diagnostics);
  checkHosts(parsed, diagnostics);
  checkMachines(parsed, diagnostics);
  checkVamts(parsed, diagnostics);
  checkDomains(parsed, diagnostics);
  checkTimeline(parsed, diagnostics);
  checkPoints(parsed, diagnostics);
  checkSize(parsed, diagnostics);
  return diagnostics.errorCount > 0 ? undefined : toScenario(parsed, name);
}

function toScenario(parsed: ParsedScenario, name: string): Scenario {
  const parameters = toParameters(parsed);
  return {
    title: parsed.settings.title ?? name,
    start: formatDate(parsed.settings.start!),
    seed: parameters.seed,
    resolved: mapToJson(parsed.document),
    parameters,
    expectations: parsed.expectations.map(toExpectation),
    lesson: parsed.settings.lesson ?? null,
    exercise: parsed.settings.exercise ?? null,
    locate: (path, part) => locate(parsed.document, path, part),
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
