import type { Lesson } from '../../scenario/schema/lessons.ts';
import type { Override } from '../../scenario/schema/settings.ts';
import { type Question, questionOf, questionOfTry } from './prediction.ts';

/** The lesson itself or one of its tries: a question, a run, an explanation. */
export interface LessonPart {
  /** From 1; `null`: the lesson itself. */
  readonly number: number | null;
  readonly asked: Question;
  /** What is changed for it. */
  readonly set: readonly Override[];
  /** What is known when the run is made, with figures to be filled in. */
  readonly explain: string;
}

/** The lesson as it stands. */
export function wholePart(lesson: Lesson): LessonPart {
  return { number: null, asked: questionOf(lesson), set: [], explain: lesson.explain };
}

/** The tries of a lesson. */
export function tryParts(lesson: Lesson): LessonPart[] {
  return lesson.tries.map((each, index) => ({
    number: index + 1,
    asked: questionOfTry(lesson, each),
    set: each.set,
    explain: each.explain,
  }));
}
