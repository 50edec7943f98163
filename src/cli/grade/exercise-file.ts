import { basename, extname } from 'node:path';
import type { ExerciseFile } from '../../experiments/exercises/answer.ts';
import { loadWithFigures } from '../../experiments/loading/load-scenario.ts';
import { ScenarioFiles } from '../../library/files/scenario-files.ts';
import { nearest } from '../../text/nearest.ts';
import { CommandLineError } from '../shared/command-line-error.ts';
import { nameOf, reportDiagnostics, requireFile } from '../shared/input/load-scenario.ts';
import { STANDARD_INPUT } from '../shared/input/operands.ts';
import { shippedExercises } from '../shared/input/shipped-files.ts';
import type { Messages } from '../shared/messages.ts';

/** The names of the exercises that vasim is shipped with, in their order: `branch`, `lab` ... */
export function exerciseNames(): string[] {
  return shippedExercises().map(exerciseName);
}

/** What an exercise is called: its file without the number in front and the ending. */
export function exerciseName(path: string): string {
  return basename(path, extname(path)).replace(/^\d+-/, '');
}

/**
 * Loads the exercise that an argument names: a file, or the name of one that vasim is shipped with.
 *
 * @returns null when something is wrong with it; that was shown
 * @throws CommandLineError when there is none
 */
export function loadExercise(
  argument: string,
  currentFolder: string,
  messages: Messages,
): (ExerciseFile & { readonly name: string }) | null {
  if (argument === STANDARD_INPUT) throw new CommandLineError('an EXERCISE is a file, not standard input');
  const file = fileNamed(argument, currentFolder);
  const files = new ScenarioFiles(currentFolder, file);
  const loaded = loadWithFigures(file, files);
  if (!loaded.ok) {
    reportDiagnostics(loaded.diagnostics, messages);
    return null;
  }
  const { scenario } = loaded;
  const { exercise } = scenario;
  if (exercise === null)
    throw new CommandLineError(`${argument} is no exercise: the scenario has no \`exercise:\``);
  return { name: nameOf(file), file, sources: files, scenario: { ...scenario, exercise } };
}

function fileNamed(argument: string, currentFolder: string): string {
  const shipped = shippedExercises();
  const found = shipped.find(
    (path) => exerciseName(path) === argument || basename(path, extname(path)) === argument,
  );
  if (found !== undefined) return found;
  const isName = !/[\\/.]/.test(argument);
  try {
    requireFile(argument, currentFolder);
  } catch (error) {
    if (!(error instanceof CommandLineError) || !isName) throw error;
    const names = exerciseNames();
    const near = nearest(argument, names);
    const help = near === undefined ? `vasim has ${names.join(', ')}` : `did you mean ${near}?`;
    throw new CommandLineError(`no exercise is named ${argument}; ${help}`);
  }
  return argument;
}
