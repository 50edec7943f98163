import { extname } from 'node:path';
import { type LessonPart, wholePart } from '../../experiments/lessons/lesson-part.ts';
import { escapeInvisible } from '../../text/visible-text.ts';
import { exerciseNames } from '../grade/exercise-file.ts';
import { CommandLineError, UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { nameOf, openNamed, reportDiagnostics } from '../shared/input/load-scenario.ts';
import { STANDARD_INPUT } from '../shared/input/operands.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { textWidth } from '../shared/text-width.ts';
import { converse } from './conversation.ts';
import { lessonNamed, readLessons } from './lesson-list.ts';
import { chosenTry, givenPrediction } from './lesson-part.ts';
import { LessonSession } from './lesson-session.ts';
import { bookLines, type LessonBook, partJson, partLines, triesLines } from './lesson-text.ts';
import { listJson, listLines } from './list-text.ts';
import type { LessonArguments } from './options.ts';

/**
 * Performs `vasim lesson`: lists the lessons, or gives one.
 *
 * @throws CommandLineError when there is no such lesson, or no prediction and nobody to ask; Interrupted
 */
export async function giveLesson(args: LessonArguments, host: ProcessHost): Promise<ExitCode> {
  const width = textWidth(host);
  const print = (lines: readonly string[]) =>
    host.stdout.write(escapeInvisible(lines.map((line) => `${line}\n`).join('')));
  if (args.NUMBER === undefined) {
    if (args.answer !== undefined || args.try !== undefined)
      throw new UsageError('--answer and --try are for a lesson; give its NUMBER');
    const lessons = readLessons();
    print(
      args.json ? [JSON.stringify(listJson(lessons), null, 2)] : listLines(lessons, exerciseNames(), width),
    );
    return EXIT.done;
  }
  const named = isFile(args.NUMBER) ? fileLesson(args.NUMBER) : lessonNamed(args.NUMBER);
  const load = await openNamed(named.path, {}, host);
  const loaded = load([]);
  if (!loaded.ok) {
    reportDiagnostics(loaded.diagnostics, new Messages(host, args));
    return EXIT.wrongScenario;
  }
  const { title, lesson } = loaded.scenario;
  if (lesson === null)
    throw new CommandLineError(`${args.NUMBER} is no lesson: the scenario has no \`lesson:\``);
  const book: LessonBook = { number: named.number, name: named.name, path: named.path, title, lesson };
  const session = new LessonSession(load, host, args.quiet === true);
  const part = args.try === undefined ? wholePart(lesson) : chosenTry(lesson, args.try);
  if (args.answer === undefined && host.canAsk && !args.json) {
    await converse({ book, part, session, host, width });
    return EXIT.done;
  }
  if (!args.json) print(bookLines(book, part, width));
  const prediction = givenPrediction(part.asked, requiredAnswer(args, part));
  const revealed = await session.reveal(part, prediction);
  print(
    args.json
      ? [JSON.stringify(partJson(book, part, revealed), null, 2)]
      : [...partLines(book, revealed, width), ...triesLines(book, part, width)],
  );
  return EXIT.done;
}

/** Whether an argument is meant as a file: lessons have no ending in their names, and no folder. */
function isFile(argument: string): boolean {
  return (
    argument === STANDARD_INPUT || /[\\/]/.test(argument) || /^\.(?:ya?ml|json)$/i.test(extname(argument))
  );
}

function fileLesson(path: string) {
  return { number: path, name: nameOf(path), path };
}

/** @throws CommandLineError that says how to answer */
function requiredAnswer({ NUMBER, answer, try: chosen }: LessonArguments, { asked }: LessonPart): string {
  if (answer !== undefined) return answer;
  const again = `vasim lesson ${NUMBER}${chosen === undefined ? '' : ` --try ${chosen}`}`;
  const example = asked.kind === 'figure' ? 'NUMBER' : 'LETTER';
  throw new CommandLineError(
    `predict first: \`${again} --answer ${example}\`; the run and its explanation follow`,
  );
}
