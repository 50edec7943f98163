import { figureCatalogue } from '../../recording/figures/figure-catalogue.ts';
import type { ScenarioErrorName } from '../../scenario/errors/scenario-errors.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { DiagnosticCollector } from '../../text/diagnostic-collector.ts';
import type { Diagnostic } from '../../text/diagnostics.ts';
import { HEADLINES } from '../comparison/figure-descriptions.ts';
import { helpForFigure } from './figure-help.ts';

/** A scenario that is compared, and what results call it. */
interface Compared {
  readonly name: string;
  readonly scenario: Scenario;
}

/** The figures that the `equivalence` of a scenario names. */
export function marginFigures({ resolved: { equivalence } }: Pick<Scenario, 'resolved'>): string[] {
  return typeof equivalence === 'object' && equivalence !== null ? Object.keys(equivalence) : [];
}

/**
 * Reports margins of the first scenario about figures that another one does not have: nothing could be compared by them.
 *
 * @returns one error a margin, at its key
 */
export function checkMargins([first, ...others]: readonly Compared[]): readonly Diagnostic[] {
  const diagnostics = new DiagnosticCollector<ScenarioErrorName>();
  const headlines = new Set(HEADLINES.map(({ path }) => path));
  const margins = marginFigures(first.scenario).filter((figure) => !headlines.has(figure));
  for (const { name, scenario } of margins.length === 0 ? [] : others) {
    const paths = figureCatalogue(scenario.parameters).map(({ path }) => path);
    const known = new Set(paths);
    for (const figure of margins.filter((each) => !known.has(each))) {
      const range = first.scenario.locate(['equivalence', figure], 'key');
      const message = `no run of \`${name}\`, which is compared, has a figure \`${figure}\``;
      diagnostics.error('unknown-figure', range, message, (budget) => helpForFigure(figure, paths, budget));
    }
  }
  return diagnostics.list();
}
