import {
  criterionText,
  type Grade,
  type JudgedCriterion,
  outcomeText,
} from '../../experiments/exercises/grade.ts';
import type { OpenRunFolder } from '../../recording/folder/run-folder.ts';
import type { Exercise } from '../../scenario/schema/exercises.ts';
import { aligned } from '../../text/aligned.ts';
import { decimalsFor, formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';

/** An answer with its grade, or with the reason why it has none. */
export type GradedAnswer = { readonly answer: string } & (
  | { readonly grade: Grade; readonly reason: string | null }
  | { readonly grade: null; readonly reason: string }
);

const MAX_REASON = 200;

/** Whether an answer keeps to all limits and reaches all goals. */
export function isPassed({ grade }: GradedAnswer): boolean {
  return grade?.passed === true;
}

/** A row an answer, below a line for each goal. */
export function gradeLines(answers: readonly GradedAnswer[], { goals }: Exercise): string[] {
  const header = ['answer', 'points', ...goals.map((_, index) => `goal ${index + 1}`), 'cost', 'lost by'];
  const rows = answers.map((each) => [
    plainText(each.answer),
    `${each.grade?.points ?? 0}/${goals.length}`,
    ...goals.map((_, index) => (each.grade === null ? '-' : goalCell(each.grade.goals[index]))),
    each.grade?.cost == null ? '-' : shownCost(each.grade.cost),
    each.reason === null ? '' : plainText(each.reason, MAX_REASON),
  ]);
  const texts = header
    .map((_, column) => column)
    .filter((column) => column !== 1 && column !== header.length - 2);
  return [
    ...goals.map((goal, index) => `goal ${index + 1}: ${criterionText(goal)}`),
    '',
    ...aligned([header, ...rows], texts),
  ];
}

function goalCell(goal: JudgedCriterion): string {
  return `${goal.held ? 'yes' : 'no'}, ${outcomeText(goal)}`;
}

function shownCost(cost: number): string {
  return formatNumber(cost, decimalsFor(cost, null));
}

/** The columns of `grades.csv`, a row an answer. */
const GRADES = ['answer', 'passed', 'points', 'of', 'goals', 'cost', 'reason'];
/** The columns of `goals.csv`, a row a limit or goal of an answer. */
const GOALS = ['answer', 'kind', 'figure', 'comparison', 'value', 'held', 'mean', 'low', 'high'];

/** Writes `grades.csv` and `goals.csv`. */
export function writeGrades(
  folder: OpenRunFolder,
  answers: readonly GradedAnswer[],
  { goals }: Exercise,
): void {
  const grades = folder.openCsv('grades.csv', GRADES);
  for (const each of answers) {
    const { grade } = each;
    const reached = grade?.goals.map((goal) => `${criterionText(goal)}: ${goalCell(goal)}`).join('; ') ?? '';
    grades.write([
      each.answer,
      isPassed(each) ? 1 : 0,
      grade?.points ?? 0,
      goals.length,
      reached,
      grade?.cost ?? '',
      each.reason ?? '',
    ]);
  }
  const table = folder.openCsv('goals.csv', GOALS);
  for (const { answer, grade } of answers)
    for (const [kind, list] of [
      ['limit', grade?.limits ?? []],
      ['goal', grade?.goals ?? []],
    ] as const)
      for (const { figure, comparison, value, held, mean, low, high } of list)
        table.write([
          answer,
          kind,
          figure,
          comparison,
          value ?? 'null',
          held ? 1 : 0,
          mean ?? '',
          low ?? '',
          high ?? '',
        ]);
}

/** The grades as `--json` has them. */
export function gradesJson(
  exercise: string,
  replications: number,
  secret: boolean,
  answers: readonly GradedAnswer[],
): object {
  return {
    formatVersion: 1,
    exercise,
    replications,
    secretSeeds: secret,
    answers: answers.map(({ answer, grade, reason }) => ({
      answer,
      passed: grade?.passed ?? false,
      points: grade?.points ?? 0,
      limits: grade?.limits ?? [],
      goals: grade?.goals ?? [],
      cost: grade?.cost ?? null,
      reason,
    })),
  };
}
