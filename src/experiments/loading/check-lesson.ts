import { figureCatalogue } from '../../recording/figures/figure-catalogue.ts';
import type { ScenarioErrorName } from '../../scenario/errors/scenario-errors.ts';
import { type Loaded, type LoadOptions, loadScenario, type ScenarioSources } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { DiagnosticCollector } from '../../text/diagnostic-collector.ts';
import type { Diagnostic } from '../../text/diagnostics.ts';
import { figuresIn } from '../lessons/prose.ts';
import { helpForFigure } from './figure-help.ts';
import type { NamedFigure } from './named-figures.ts';

/** Whether the lesson is written in the file that was named: of one that is inherited, its own file is checked. */
export function hasOwnLesson({ lesson, locate }: Scenario): boolean {
  return lesson !== null && locate(['lesson'], 'key').source.rank === 0;
}

/** The figures that a scenario's own lesson names for its run; those of its tries are looked at with the changes made. */
export function lessonFigures(scenario: Scenario): NamedFigure[] {
  const { lesson, locate } = scenario;
  if (lesson === null || !hasOwnLesson(scenario)) return [];
  const named = (figure: string, ...path: string[]): NamedFigure => ({
    figure,
    range: locate(['lesson', ...path]),
    isCompared: false,
  });
  const { figure } = lesson.predict;
  return [
    ...(figure === undefined ? [] : [named(figure, 'predict', 'figure')]),
    ...figuresIn(lesson.explain).map((path) => named(path, 'explain')),
  ];
}

/**
 * Makes the change of each try and reports what is wrong with it, at the try.
 *
 * @param file as the scenario was loaded
 */
export function checkTries(
  { scenario, document }: Loaded,
  file: string,
  sources: ScenarioSources,
  diagnostics: DiagnosticCollector<ScenarioErrorName>,
): void {
  const { lesson, locate } = scenario;
  if (lesson === null || !hasOwnLesson(scenario)) return;
  lesson.tries.forEach(({ set, figure, explain }, index) => {
    const changed = changedBy({ overrides: set, document }, file, sources);
    if ('diagnostic' in changed) {
      const { message, help } = changed.diagnostic;
      diagnostics.error(
        'unusable-try',
        locate(['lesson', 'tries', index, 'set']),
        `this change cannot be made: ${message}`,
        help,
      );
      return;
    }
    const paths = figureCatalogue(changed.scenario.parameters).map(({ path }) => path);
    const known = new Set(paths);
    const asked = figure ?? (lesson.predict.figure as string | undefined);
    const inherited = figure === undefined;
    for (const [named, key] of [
      ...(asked === undefined ? [] : ([[asked, inherited ? 'ask' : 'figure']] as const)),
      ...figuresIn(explain).map((path) => [path, 'explain'] as const),
    ])
      if (!known.has(named))
        diagnostics.error(
          'unknown-figure',
          locate(['lesson', 'tries', index, key]),
          `no run of the changed estate has a figure \`${named}\``,
          () => helpForFigure(named, paths),
        );
  });
}

function changedBy(
  options: LoadOptions,
  file: string,
  sources: ScenarioSources,
): { readonly scenario: Scenario } | { readonly diagnostic: Diagnostic } {
  const loaded = loadScenario(file, sources, options);
  return loaded.ok ? loaded : { diagnostic: loaded.diagnostics[0] };
}
