import type { ScenarioErrorName } from '../../scenario/errors/scenario-errors.ts';
import { loadScenario, type ScenarioSources, SourceError } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { DiagnosticCollector } from '../../text/diagnostic-collector.ts';
import type { Diagnostic } from '../../text/diagnostics.ts';
import { groupThousands } from '../../text/numbers.ts';
import { quoted } from '../../text/plain-text.ts';
import { forbiddenChanges } from './changes.ts';

/** An exercise, as answers are laid over it. */
export interface ExerciseFile {
  /** Its path, which is what answers may extend. */
  readonly file: string;
  readonly sources: ScenarioSources;
  readonly scenario: Scenario & { readonly exercise: NonNullable<Scenario['exercise']> };
}

/** What became of an answer: a scenario to be run, or what is wrong with it. */
export type LaidAnswer =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** By how much an answer may be larger than its exercise: nobody's answer takes the computer of who grades it. */
const MAX_GROWTH = 10;
/** Machines and hosts that every answer may have. */
const SPARE = 100;

/**
 * Lays an answer over its exercise. It is a merge patch (RFC 7396), or a whole scenario: one that has every machine
 * group of the exercise and is right by itself, or that extends the exercise. It can extend nothing but the exercise,
 * so that no answer reads another student's, or anything else of who grades it.
 *
 * @param file the answer's path, as messages show it
 * @param text its content
 */
export function layAnswer(file: string, text: string, exercise: ExerciseFile): LaidAnswer {
  const { scenario: asked } = exercise;
  const sources = answerSources(file, text, exercise);
  const alone = loadScenario(file, sources);
  const loaded =
    alone.ok && isWhole(alone.scenario, asked) ? alone : loadScenario(file, sources, { base: exercise.file });
  if (!loaded.ok) return loaded;
  const diagnostics = new DiagnosticCollector<ScenarioErrorName>();
  const { scenario } = loaded;
  // A whole scenario need not repeat the task; one that does must not change it.
  const answered = { exercise: asked.resolved.exercise, ...scenario.resolved };
  for (const path of forbiddenChanges(asked.resolved, answered, asked.exercise.mayChange))
    diagnostics.error(
      'forbidden-change',
      scenario.locate(path, 'key'),
      `${quoted(path.join('.'))} may not be changed`,
      `answers may change ${asked.exercise.mayChange.map((each) => `\`${each}\``).join(', ')}`,
    );
  const size = sizeOf(scenario);
  const most = sizeOf(asked) * MAX_GROWTH + SPARE;
  if (size > most) {
    const message = `an answer has at most ${groupThousands(most)} machines and hosts, not ${groupThousands(size)}`;
    diagnostics.error('too-large', scenario.locate(['machines'], 'key'), message);
  }
  return diagnostics.errorCount > 0 ? { ok: false, diagnostics: diagnostics.list() } : loaded;
}

function answerSources(file: string, text: string, exercise: ExerciseFile): ScenarioSources {
  return {
    read: (path) => (path === file ? text : exercise.sources.read(path)),
    resolve: (from, reference) => {
      if (from !== file) return exercise.sources.resolve(from, reference);
      if (nameIn(reference) === nameIn(exercise.file)) return exercise.file;
      throw new SourceError(`an answer can only extend its exercise, \`${nameIn(exercise.file)}\``);
    },
  };
}

function nameIn(path: string): string {
  return path.replace(/^.*[\\/]/, '');
}

function isWhole(answer: Scenario, { parameters }: Scenario): boolean {
  const { groups } = answer.parameters;
  return (
    answer.exercise !== null ||
    (groups.size > 0 && [...parameters.groups.keys()].every((name) => groups.has(name)))
  );
}

function sizeOf({ parameters: { groups, hosts } }: Scenario): number {
  return [...groups.values()].reduce((sum, { count }) => sum + count, hosts.size);
}
