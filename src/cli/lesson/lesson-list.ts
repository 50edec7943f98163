import { basename, extname } from 'node:path';
import { lessonNumbers } from '../../experiments/lessons/lesson-numbers.ts';
import { ScenarioFiles } from '../../library/files/scenario-files.ts';
import { loadScenario } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Lesson } from '../../scenario/schema/lessons.ts';
import { nearest } from '../../text/nearest.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { shippedScenarios } from '../shared/input/shipped-files.ts';

/** A lesson that vasim is shipped with. */
export interface ListedLesson {
  /** `3`; `3.2` for the second of that number. */
  readonly number: string;
  /** The name of its file, without the ending. */
  readonly name: string;
  /** Absolute path of its file. */
  readonly path: string;
}

/** A lesson that was read. */
export interface ReadLesson extends ListedLesson {
  readonly title: string;
  readonly lesson: Lesson;
}

/** The files that lessons are in, in the order of their numbers. */
export function lessonFiles(): ListedLesson[] {
  const paths = shippedScenarios();
  const nameOf = (path: string) => basename(path, extname(path));
  const numbers = lessonNumbers(paths.map(nameOf));
  return paths.flatMap((path) => {
    const name = nameOf(path);
    const number = numbers.get(name);
    return number === undefined ? [] : [{ number, name, path }];
  });
}

/** All lessons that vasim is shipped with. */
export function readLessons(): ReadLesson[] {
  return lessonFiles().flatMap((listed) => {
    const scenario = read(listed.path);
    return scenario?.lesson == null ? [] : [{ ...listed, title: scenario.title, lesson: scenario.lesson }];
  });
}

function read(path: string): Scenario | null {
  const loaded = loadScenario(path, new ScenarioFiles('/', path));
  return loaded.ok ? loaded.scenario : null;
}

/**
 * The lesson that an argument names by its number or its name.
 *
 * @throws UsageError when there is none
 */
export function lessonNamed(argument: string): ListedLesson {
  const files = lessonFiles();
  const wanted = argument.replace(/^0+(?=\d)/, '');
  const found = files.find(({ number, name }) => number === wanted || name === argument);
  if (found !== undefined) return found;
  const near = nearest(
    argument,
    files.map(({ name }) => name),
  );
  const meant = near === undefined ? '' : `; did you mean ${near}?`;
  throw new UsageError(`no lesson ${argument}${meant}; \`vasim lesson\` lists them`);
}
