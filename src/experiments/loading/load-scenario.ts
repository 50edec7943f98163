import { figureCatalogue } from '../../recording/figures/figure-catalogue.ts';
import type { ScenarioErrorName } from '../../scenario/errors/scenario-errors.ts';
import {
  type LoadOptions,
  type LoadResult,
  loadScenario,
  type ScenarioSources,
} from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { DiagnosticCollector } from '../../text/diagnostic-collector.ts';
import { HEADLINES } from '../comparison/figure-descriptions.ts';
import { checkTries, lessonFigures } from './check-lesson.ts';
import { exerciseFigures } from './exercise-figures.ts';
import { helpForFigure } from './figure-help.ts';
import { marginFigures } from './margin-figures.ts';
import type { NamedFigure } from './named-figures.ts';

/**
 * Loads a scenario as `loadScenario` of the scenario language does, and also checks the figures that it names, which
 * the language does not know. Every command and the library load through here.
 *
 * @returns the scenario, or every error in it by position; figures are looked at when nothing else is wrong
 */
export function loadWithFigures(
  file: string,
  sources: ScenarioSources,
  options: LoadOptions = {},
): LoadResult {
  const loaded = loadScenario(file, sources, options);
  if (!loaded.ok) return loaded;
  const diagnostics = new DiagnosticCollector<ScenarioErrorName>();
  const known = checkFigures(loaded.scenario, new Set(), diagnostics);
  for (const design of loaded.designs.values()) checkFigures(design, known, diagnostics);
  // With other settings some tries may be impossible, which is no fault of the scenario.
  const isAsWritten = (options.overrides ?? []).length === 0;
  if (isAsWritten && diagnostics.errorCount === 0) checkTries(loaded, file, sources, diagnostics);
  return diagnostics.errorCount > 0 ? { ok: false, diagnostics: diagnostics.list() } : loaded;
}

/**
 * Reports the figures that no run of the estate can have. A design that takes a host away may keep the expectations
 * about it that the scenario has: they do not hold there.
 *
 * @param checked the places, as {@link placeOf} gives them, that were looked at in the scenario
 * @returns the places of all figures that are named
 */
function checkFigures(
  scenario: Scenario,
  checked: ReadonlySet<string>,
  diagnostics: DiagnosticCollector<ScenarioErrorName>,
): ReadonlySet<string> {
  const named = namedFigures(scenario);
  const places = new Set(named.map(placeOf));
  const own = named.filter((figure) => !checked.has(placeOf(figure)));
  if (own.length === 0) return places;
  const paths = figureCatalogue(scenario.parameters).map(({ path }) => path);
  const figures = new Set(paths);
  const allCompared = [...paths, ...HEADLINES.map(({ path }) => path)];
  const compared = new Set(allCompared);
  for (const { figure, range, isCompared } of own) {
    const known = isCompared ? compared : figures;
    if (known.has(figure)) continue;
    const message = `no run of this estate has a figure \`${figure}\``;
    diagnostics.error('unknown-figure', range, message, (budget) =>
      helpForFigure(figure, isCompared ? allCompared : paths, budget),
    );
  }
  return places;
}

function namedFigures(scenario: Scenario): NamedFigure[] {
  const { expectations, resolved, locate } = scenario;
  const margins = marginFigures({ resolved });
  return [
    ...expectations.map(({ figure }, index) => ({
      figure,
      range: locate(['expect', index, 'figure']),
      isCompared: false,
    })),
    ...margins.map((figure) => ({
      figure,
      range: locate(['equivalence', figure], 'key'),
      isCompared: true,
    })),
    ...lessonFigures(scenario),
    ...exerciseFigures(scenario),
  ];
}

function placeOf({ range: { source, start } }: NamedFigure): string {
  return `${source.rank}:${source.file}:${start}`;
}
