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
import type { SourceRange } from '../../text/source.ts';
import { HEADLINES } from '../comparison/figure-descriptions.ts';
import { helpForFigure } from './figure-help.ts';
import { marginFigures } from './margin-figures.ts';

/** A figure that a scenario names, and where. */
interface NamedFigure {
  readonly figure: string;
  readonly range: SourceRange;
  /** Whether it may be a share of replications, such as `machines.everNotification > 0`. */
  readonly isCompared: boolean;
}

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

function namedFigures({ expectations, resolved, locate }: Scenario): NamedFigure[] {
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
  ];
}

function placeOf({ range: { source, start } }: NamedFigure): string {
  return `${source.rank}:${source.file}:${start}`;
}
