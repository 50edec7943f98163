import { resolve } from 'node:path';
import { type ExerciseFile, type LaidAnswer, layAnswer } from '../../experiments/exercises/answer.ts';
import { readTextFile, UnreadableText } from '../../library/files/text-file.ts';
import { type Diagnostic, diagnosticAt } from '../../text/diagnostics.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { requireFile } from '../shared/input/load-scenario.ts';
import { STANDARD_INPUT } from '../shared/input/operands.ts';

/** An answer of a student. */
export interface Answer {
  /** Its file as it was named. */
  readonly file: string;
  readonly laid: LaidAnswer;
}

/**
 * Reads answers and lays each over the exercise. What is wrong with one is part of it.
 *
 * @throws CommandLineError when a file does not exist or is named twice
 */
export function readAnswers(
  files: readonly string[],
  exercise: ExerciseFile,
  currentFolder: string,
): Answer[] {
  const seen = new Set<string>();
  for (const file of files) {
    if (file === STANDARD_INPUT) throw new UsageError('an ANSWER is a file, not standard input');
    requireFile(file, currentFolder);
    if (seen.has(file)) throw new UsageError(`${file} is given twice`);
    seen.add(file);
  }
  return files.map((file) => ({ file, laid: read(file, exercise, currentFolder) }));
}

function read(file: string, exercise: ExerciseFile, currentFolder: string): LaidAnswer {
  try {
    return layAnswer(file, readTextFile(resolve(currentFolder, file)), exercise);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    const message = `\`${file}\` ${error.message}`;
    return {
      ok: false,
      diagnostics: [diagnosticAt(null, { name: 'cannot-read-file', severity: 'error', message })],
    };
  }
}

/** What is wrong with an answer, in one line. */
export function firstReason([first]: readonly Diagnostic[]): string {
  const where = first.place === null ? '' : `${first.place.file}:${first.place.line}:${first.place.column}: `;
  return `${where}error[${first.name}]: ${first.message}`;
}
