import type { ExerciseFile } from '../../experiments/exercises/answer.ts';
import { criterionText } from '../../experiments/exercises/grade.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { wrapped } from '../../text/wrap.ts';

const INDENT = '  ';

/** An exercise for who is to solve it: the task, what may be changed, the limits and goals, and how to have it graded. */
export function taskLines({ file, scenario }: ExerciseFile, argument: string, width: number): string[] {
  const { title, exercise } = scenario;
  const { task, mayChange, limits, goals, replications } = exercise;
  const list = (heading: string, items: readonly string[]) =>
    items.length === 0 ? [] : ['', heading, ...items.flatMap((item) => wrapped(item, width, INDENT))];
  return [
    title,
    '',
    ...wrapped(task.replaceAll('\n', '\n\n'), width),
    ...list('You may change:', mayChange),
    ...list(`Limits (the mean of ${replications} runs):`, limits.map(criterionText)),
    ...list('Goals, a point each:', goals.map(criterionText)),
    '',
    `The estate is ${shellQuote([file])}. Write what you change into a file of your own, and grade it:`,
    `${INDENT}${shellQuote(['vasim', 'grade', argument, 'answer.yaml'])}`,
  ];
}

/** The task as `--json` has it. */
export function taskJson({ file, scenario }: ExerciseFile): object {
  return { formatVersion: 1, title: scenario.title, file, ...scenario.exercise };
}
