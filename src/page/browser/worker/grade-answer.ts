import { layAnswer } from '../../../experiments/exercises/answer.ts';
import { criterionText, type Grade, gradeOf, outcomeText } from '../../../experiments/exercises/grade.ts';
import { isRandom } from '../../../experiments/replications/randomness.ts';
import { replicate } from '../../../experiments/replications/replicate.ts';
import type { Figures } from '../../../recording/figures/figures.ts';
import type { Diagnostic } from '../../../text/diagnostics.ts';
import { type Files, loadFile, sourcesOf } from './check-file.ts';

/** A limit or goal with what it came to. */
export interface GradedCriterion {
  readonly kind: 'limit' | 'goal';
  /** What should be, in words. */
  readonly wanted: string;
  /** What is, with its interval. */
  readonly outcome: string;
  readonly held: boolean;
}

/** A grade, or what is wrong with the answer. */
export type GradedAnswer =
  | {
      readonly ok: true;
      readonly points: number;
      readonly of: number;
      readonly passed: boolean;
      readonly criteria: readonly GradedCriterion[];
      readonly runs: number;
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Grades an answer as `vasim grade` does without a secret.
 *
 * @throws Error when the exercise is wrong
 */
export function gradeAnswer(
  files: Files,
  exerciseFile: string,
  answerFile: string,
  onProgress: (done: number) => void,
): GradedAnswer {
  const loaded = loadFile(files, exerciseFile);
  const exercise = loaded.ok ? loaded.scenario.exercise : null;
  if (!loaded.ok || exercise === null) throw new Error(`${exerciseFile} is no exercise`);
  const scenario = { ...loaded.scenario, exercise };
  const laid = layAnswer(answerFile, files[answerFile] ?? '', {
    file: exerciseFile,
    sources: sourcesOf(files),
    scenario,
  });
  if (!laid.ok) return laid;
  const parameters = { ...laid.scenario.parameters, seed: scenario.seed };
  const count = isRandom(parameters) ? exercise.replications : 1;
  const runs: Figures[] = [];
  for (let replication = 0; replication < count; replication += 1) {
    runs.push(replicate(parameters, replication).figures);
    onProgress((replication + 1) / count);
  }
  const grade = gradeOf(exercise, runs);
  return {
    ok: true,
    points: grade.points,
    of: exercise.goals.length,
    passed: grade.passed,
    criteria: criteriaOf(grade),
    runs: count,
  };
}

function criteriaOf({ limits, goals }: Grade): GradedCriterion[] {
  const kinds = [
    ['goal', goals],
    ['limit', limits],
  ] as const;
  return kinds.flatMap(([kind, list]) =>
    list.map((each) => ({
      kind,
      wanted: criterionText(each),
      outcome: outcomeText(each),
      held: each.held,
    })),
  );
}
