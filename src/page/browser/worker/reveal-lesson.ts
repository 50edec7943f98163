import { tryParts, wholePart } from '../../../experiments/lessons/lesson-part.ts';
import { prepareLessonRun } from '../../../experiments/lessons/lesson-run.ts';
import { expectedAnswer, judge, readAnswer, type Verdict } from '../../../experiments/lessons/prediction.ts';
import { withFigures } from '../../../experiments/lessons/prose.ts';
import { loadScenario } from '../../../scenario/load.ts';
import { type Files, sourcesOf } from './check-file.ts';

export interface PredictRequest {
  readonly files: Files;
  readonly file: string;
  /** A try, from 1; `null`: the lesson itself. */
  readonly number: number | null;
  /** As it was typed or chosen. */
  readonly answer: string;
}

/** What is shown after a prediction, or what one looks like where it was none. */
export type Revealed =
  | {
      readonly ok: true;
      readonly verdict: Verdict;
      readonly story: readonly string[];
      readonly explanation: string;
      readonly source: string;
    }
  | { readonly ok: false; readonly expected: string };

/**
 * Reads a prediction, runs the lesson, changed as the try says, and compares.
 *
 * @throws Error when there is no such lesson
 */
export function revealLesson({ files, file, number, answer }: PredictRequest): Revealed {
  const sources = sourcesOf(files);
  const loaded = loadScenario(file, sources);
  const lesson = loaded.ok ? loaded.scenario.lesson : null;
  const part = lesson && [wholePart(lesson), ...tryParts(lesson)].find((each) => each.number === number);
  if (!lesson || !part) throw new Error(`${file} has no such lesson`);
  const prediction = readAnswer(part.asked, answer);
  if (prediction === null) return { ok: false, expected: expectedAnswer(part.asked) };
  const changed = loadScenario(file, sources, { overrides: part.set });
  if (!changed.ok) throw new Error(`this change of ${file} cannot be made`);
  const run = prepareLessonRun(changed.scenario);
  run.simulation.run();
  const { figures, story } = run.finish();
  return {
    ok: true,
    verdict: judge(part.asked, prediction, figures),
    story,
    explanation: withFigures(part.explain, figures),
    source: lesson.source,
  };
}
