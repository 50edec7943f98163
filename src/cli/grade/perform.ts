import { createHmac } from 'node:crypto';
import type { ExerciseFile } from '../../experiments/exercises/answer.ts';
import { gradeOf } from '../../experiments/exercises/grade.ts';
import { isRandom } from '../../experiments/replications/randomness.ts';
import { formatDiagnostic } from '../../text/diagnostics.ts';
import { plural } from '../../text/plural.ts';
import { escapeInvisible } from '../../text/visible-text.ts';
import { readWorkers } from '../shared/campaign/plan.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { recordedCommand } from '../shared/results/recorded-command.ts';
import { makeResultsFolder } from '../shared/results/results-folder.ts';
import { textWidth } from '../shared/text-width.ts';
import { readVersion } from '../shared/version.ts';
import { type Answer, firstReason, readAnswers } from './answers.ts';
import { loadExercise } from './exercise-file.ts';
import { type GradedAnswer, gradeLines, gradesJson, isPassed, writeGrades } from './grades.ts';
import { GRADE_OPTIONS, type GradeArguments } from './options.ts';
import { type AnswerRuns, type AnswerWork, runAnswers } from './run-answers.ts';
import { taskJson, taskLines } from './task-text.ts';

/**
 * Performs `vasim grade`: shows the task of an exercise, or grades answers.
 *
 * @throws CommandLineError, RunFolderError, Interrupted
 */
export async function gradeAnswers(args: GradeArguments, host: ProcessHost): Promise<ExitCode> {
  const messages = new Messages(host, args);
  const { currentFolder } = host;
  const workers = readWorkers(args.workers);
  const exercise = loadExercise(args.EXERCISE, currentFolder, messages);
  if (exercise === null) return EXIT.wrongScenario;
  const print = (text: string) => host.stdout.write(`${text}\n`);
  const printLines = (lines: readonly string[]) => print(escapeInvisible(lines.join('\n')));
  const files = args.ANSWER ?? [];
  if (files.length === 0) {
    const width = textWidth(host);
    if (args.json) print(JSON.stringify(taskJson(exercise), null, 2));
    else printLines(taskLines(exercise, args.EXERCISE, width));
    return EXIT.done;
  }
  const answers = readAnswers(files, exercise, currentFolder);
  for (const { laid } of answers)
    if (!laid.ok) for (const diagnostic of laid.diagnostics) messages.error(formatDiagnostic(diagnostic));
  const request = { name: `grade-${exercise.name}`, args };
  const seed = seedOf(args.secret, exercise);
  const { result, shownPlace } = await makeResultsFolder(request, host, async (work) => {
    const graded = await gradeAll(answers, exercise, seed, { ...work, workers, messages });
    writeGrades(work.folder, graded, exercise.scenario.exercise);
    const provenance = {
      version: readVersion(),
      // A secret one is nobody's business who reads the grades.
      seed: args.secret === undefined ? seed : 'drawn from --secret',
      commandLine: recordedCommand('grade', [args.EXERCISE, ...files], GRADE_OPTIONS, args),
      scenario: exercise.scenario.resolved,
    };
    return { result: graded, provenance };
  });
  const { replications } = exercise.scenario.exercise;
  const isSecret = args.secret !== undefined;
  if (args.json) print(JSON.stringify(gradesJson(exercise.name, replications, isSecret, result), null, 2));
  else printLines(gradeLines(result, exercise.scenario.exercise));
  const passed = result.filter(isPassed).length;
  messages.info(
    `${passed} of ${plural(result.length, 'answer')} passed; grades.csv and goals.csv are in ${shownPlace}`,
  );
  if (!isSecret)
    messages.info('The seeds are those of the exercise, which everybody knows; --secret draws others.');
  return passed === result.length ? EXIT.done : EXIT.expectationFailed;
}

/** The same for every answer, so that all meet the same luck. */
function seedOf(secret: string | undefined, { scenario }: ExerciseFile): string {
  if (secret === undefined) return scenario.seed;
  return createHmac('sha256', secret).update('vasim grade').digest('hex');
}

async function gradeAll(
  answers: readonly Answer[],
  { scenario: { exercise } }: ExerciseFile,
  seed: string,
  work: AnswerWork,
): Promise<GradedAnswer[]> {
  const runnable = answers.flatMap(({ file, laid }) => {
    if (!laid.ok) return [];
    const parameters = { ...laid.scenario.parameters, seed };
    // Without chance one run says everything.
    return [{ name: file, parameters, replications: isRandom(parameters) ? exercise.replications : 1 }];
  });
  const runs = await runAnswers(runnable, work);
  const byFile = new Map<string, AnswerRuns>(runnable.map(({ name }, index) => [name, runs[index]]));
  return answers.map(({ file, laid }): GradedAnswer => {
    if (!laid.ok) return { answer: file, grade: null, reason: firstReason(laid.diagnostics) };
    const outcome = byFile.get(file) ?? [];
    if ('failure' in outcome) return { answer: file, grade: null, reason: outcome.failure };
    const grade = gradeOf(exercise, outcome);
    return { answer: file, grade, reason: grade.lost };
  });
}
