import { type LessonPart, tryParts } from '../../experiments/lessons/lesson-part.ts';
import type { Lesson } from '../../scenario/schema/lessons.ts';
import { formatSetting } from '../../scenario/schema/settings.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { wrapped } from '../../text/wrap.ts';
import { askLines } from './lesson-part.ts';
import type { Revealed } from './lesson-session.ts';

/** A lesson that is given. */
export interface LessonBook {
  /** As the command line names it. */
  readonly number: string;
  readonly name: string;
  /** Its file. */
  readonly path: string;
  readonly title: string;
  readonly lesson: Lesson;
}

const INDENT = '  ';

/** What is shown before a prediction: the title, the question, and what is asked. */
export function bookLines({ number, title, lesson }: LessonBook, part: LessonPart, width: number): string[] {
  return [
    `Lesson ${number}: ${title}`,
    '',
    ...wrapped(lesson.question, width),
    '',
    ...askLines(part, width),
    '',
  ];
}

/** What is shown after it: how the run compares, what happened, why, and the source. */
export function partLines(
  { lesson }: LessonBook,
  { verdict, story, explanation }: Revealed,
  width: number,
): string[] {
  return [
    ...wrapped(verdict.sentence, width),
    '',
    'What happened:',
    ...story.flatMap((line) => wrapped(line, width, INDENT)),
    '',
    'Why:',
    ...wrapped(explanation.replaceAll('\n', '\n\n'), width, INDENT),
    '',
    ...wrapped(`Source: ${lesson.source}`, width),
  ];
}

/** The changes that can be tried, with how; of a try, the others. */
export function triesLines({ number, path, lesson }: LessonBook, part: LessonPart, width: number): string[] {
  const others = tryParts(lesson).filter((each) => each.number !== part.number);
  if (others.length === 0) return [];
  return [
    '',
    part.number === null ? 'Try a change, and predict again:' : 'Try another change:',
    ...others.flatMap((each) => [
      `${INDENT}vasim lesson ${shellQuote([number])} --try ${each.number}`,
      ...tryChanges(each).flatMap((line) => wrapped(line, width, INDENT.repeat(2))),
    ]),
    '',
    `The estate is ${shellQuote([path])}: \`vasim run\` makes its tables, charts and page.`,
  ];
}

/** The settings of a try, a line each. */
export function tryChanges({ set }: LessonPart): string[] {
  return set.map(formatSetting);
}

/** A part that was revealed, as `--json` has it. */
export function partJson(
  book: LessonBook,
  part: LessonPart,
  { verdict, story, explanation }: Revealed,
): object {
  const { lesson } = book;
  return {
    formatVersion: 1,
    lesson: book.number,
    name: book.name,
    title: book.title,
    question: lesson.question,
    try: part.number,
    set: part.set.map(formatSetting),
    ask: part.asked.ask,
    figure: part.asked.kind === 'figure' ? part.asked.figure : null,
    choices: part.asked.kind === 'choices' ? part.asked.choices : null,
    predicted: verdict.predicted,
    actual: verdict.actual,
    right: verdict.right,
    difference: verdict.difference,
    sentence: verdict.sentence,
    happened: story,
    explanation,
    source: lesson.source,
    tries: tryParts(lesson).map(({ number, set, asked }) => ({
      number,
      set: set.map(formatSetting),
      ask: asked.ask,
      choices: asked.kind === 'choices' ? asked.choices : null,
    })),
  };
}
