import { type LessonPart, tryParts } from '../../experiments/lessons/lesson-part.ts';
import { expectedAnswer, type Prediction, readAnswer } from '../../experiments/lessons/prediction.ts';
import { escapeInvisible } from '../../text/visible-text.ts';
import type { Dialog, ProcessHost } from '../shared/process-host.ts';
import { askLines } from './lesson-part.ts';
import type { LessonSession } from './lesson-session.ts';
import { bookLines, type LessonBook, partLines, tryChanges } from './lesson-text.ts';

/** A lesson that is given to whoever sits at the terminal. */
export interface Conversation {
  readonly book: LessonBook;
  /** What it begins with. */
  readonly part: LessonPart;
  readonly session: LessonSession;
  readonly host: ProcessHost;
  /** Characters of a line. */
  readonly width: number;
}

/**
 * Asks, lets predict, shows, and offers the tries until nothing is chosen any more.
 *
 * @throws Interrupted
 */
export async function converse({ book, part, session, host, width }: Conversation): Promise<void> {
  const print = (lines: readonly string[]) =>
    host.stdout.write(escapeInvisible(lines.map((line) => `${line}\n`).join('')));
  const dialog = host.openDialog();
  try {
    print(bookLines(book, part, width));
    for (
      let next: LessonPart | null = part;
      next !== null;
      next = await chosenNext(book, next, dialog, print)
    ) {
      if (next !== part) print(['', ...askLines(next, width)]);
      const prediction = await askedPrediction(next, dialog, print);
      if (prediction === null) return print(['']);
      print(['', ...partLines(book, await session.reveal(next, prediction), width)]);
    }
  } finally {
    dialog.close();
  }
}

type Print = (lines: readonly string[]) => void;

/** @returns null at the end of input */
async function askedPrediction(part: LessonPart, dialog: Dialog, print: Print): Promise<Prediction | null> {
  for (;;) {
    const line = await dialog.ask('Your prediction: ');
    if (line === null) return null;
    const prediction = readAnswer(part.asked, line);
    if (prediction !== null) return prediction;
    print([`Predict with ${expectedAnswer(part.asked)}; a guess will do.`]);
  }
}

/** The try that is chosen next; null for none. */
async function chosenNext(
  { lesson }: LessonBook,
  done: LessonPart,
  dialog: Dialog,
  print: Print,
): Promise<LessonPart | null> {
  const tries = tryParts(lesson);
  if (tries.length === 0) return null;
  print([
    '',
    'Try a change:',
    ...tries.flatMap((each) =>
      tryChanges(each).map((change, index) => `  ${index === 0 ? each.number : ' '}  ${change}`),
    ),
  ]);
  for (;;) {
    const line = await dialog.ask(`Which, 1 to ${tries.length} (Enter ends): `);
    if (line === null || line.trim() === '') return null;
    const chosen = tries.find(({ number }) => String(number) === line.trim());
    if (chosen !== undefined) return chosen === done ? { ...chosen } : chosen;
    print([`There is no try ${line.trim()}.`]);
  }
}
