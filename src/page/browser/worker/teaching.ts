import { criterionText } from '../../../experiments/exercises/grade.ts';
import { lessonNumbers } from '../../../experiments/lessons/lesson-numbers.ts';
import { type LessonPart, tryParts, wholePart } from '../../../experiments/lessons/lesson-part.ts';
import { loadScenario } from '../../../scenario/load.ts';
import { formatSetting } from '../../../scenario/schema/settings.ts';
import { type Files, sourcesOf } from './check-file.ts';

/** What is asked of a student; nothing of what is right. */
export interface AskedPart {
  /** From 1; `null`: the lesson itself. */
  readonly number: number | null;
  /** Settings, as `--set` takes them. */
  readonly set: readonly string[];
  readonly ask: string;
  /** `null`: a number is asked. */
  readonly choices: readonly string[] | null;
}

export interface LessonCard {
  readonly file: string;
  /** `3`, or `3.2`; the file's name where it has none. */
  readonly number: string;
  readonly title: string;
  readonly question: string;
  readonly part: AskedPart;
  readonly tries: readonly AskedPart[];
}

export interface ExerciseCard {
  readonly file: string;
  readonly title: string;
  readonly task: string;
  readonly mayChange: readonly string[];
  /** In words. */
  readonly limits: readonly string[];
  readonly goals: readonly string[];
}

/** What there is to learn in the files of a playground. */
export interface Teaching {
  readonly lessons: readonly LessonCard[];
  readonly exercises: readonly ExerciseCard[];
}

/** Reads the lessons and exercises of files; one that is wrong is left out, the editor says why. */
export function teachingIn(files: Files): Teaching {
  const sources = sourcesOf(files);
  const names = Object.keys(files);
  const numbers = lessonNumbers(names.map(withoutEnding));
  const lessons: LessonCard[] = [];
  const exercises: ExerciseCard[] = [];
  for (const file of names) {
    const loaded = loadScenario(file, sources);
    if (!loaded.ok) continue;
    const { title, lesson, exercise } = loaded.scenario;
    if (lesson !== null)
      lessons.push({
        file,
        number: numbers.get(withoutEnding(file)) ?? file,
        title,
        question: lesson.question,
        part: asked(wholePart(lesson)),
        tries: tryParts(lesson).map(asked),
      });
    if (exercise !== null) {
      const { task, mayChange, limits, goals } = exercise;
      const words = { limits: limits.map(criterionText), goals: goals.map(criterionText) };
      exercises.push({ file, title, task, mayChange, ...words });
    }
  }
  return { lessons, exercises };
}

function asked({ number, set, asked: question }: LessonPart): AskedPart {
  return {
    number,
    set: set.map(formatSetting),
    ask: question.ask,
    choices: question.kind === 'choices' ? question.choices : null,
  };
}

function withoutEnding(file: string): string {
  return file.replace(/(?<=.)\.[^.]*$/, '');
}
