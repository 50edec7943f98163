import * as z from 'zod';
import { figure } from './expectations.ts';
import { named, withHelp } from './issue-text.ts';
import { type Override, parseSetting } from './settings.ts';
import { text } from './values.ts';

const SHORT = 300;
const MIN_CHOICES = 2;
const MAX_CHOICES = 8;
const MAX_TRIES = 12;
const MAX_SETTINGS = 20;

function prose(description: string) {
  return text().min(1, 'expected text').describe(description);
}

/** How a prediction is answered: by a figure of the run, or by one of some choices. */
const answering = {
  figure: figure
    .optional()
    .describe(
      'The figure of the run that answers it, a path in summary.json such as `machines.everNotification`; default: none.',
    ),
  choices: z
    .array(text().min(1).max(SHORT))
    .min(MIN_CHOICES, `expected at least ${MIN_CHOICES} choices`)
    .max(MAX_CHOICES, `expected at most ${MAX_CHOICES} choices`)
    .refine((choices) => new Set(choices).size === choices.length, {
      error: 'duplicate value',
      params: named('duplicate-value'),
    })
    .optional()
    .describe('What can be chosen where no figure answers, texts; default: nothing.'),
  answer: text()
    .min(1)
    .max(SHORT)
    .optional()
    .describe(
      'The choice that is right, word for word; only with `choices`, a figure is read from the run; default: none.',
    ),
};

/** The keys by which a prediction is answered, as written. */
export interface Answering {
  readonly figure?: string | undefined;
  readonly choices?: readonly string[] | undefined;
  readonly answer?: string | undefined;
}

/** Lets a prediction pass that is answered by one thing and only there. */
function checkAnswering(
  { figure: answered, choices, answer }: Answering,
  lesson: Answering,
  issue: (
    key: string | null,
    message: string,
    name: 'missing-key' | 'conflicting-keys' | 'unknown-value',
  ) => void,
): void {
  if (answered !== undefined && choices !== undefined)
    issue('choices', '`figure` and `choices` cannot be in one prediction', 'conflicting-keys');
  else if (answered !== undefined && answer !== undefined)
    issue('answer', withHelp('the run gives the answer', 'leave `answer` out'), 'conflicting-keys');
  else if (answered === undefined) {
    const possible = choices ?? lesson.choices;
    if (possible === undefined) {
      if (lesson.figure === undefined)
        issue(null, 'a prediction needs `figure`, or `choices` and `answer`', 'missing-key');
      else if (answer !== undefined)
        issue('answer', withHelp('the run gives the answer', 'leave `answer` out'), 'conflicting-keys');
    } else if (answer === undefined)
      issue(
        null,
        withHelp('`choices` need their `answer`', 'add `answer`, one of the choices'),
        'missing-key',
      );
    else if (!possible.includes(answer))
      issue(
        'answer',
        withHelp('the answer is none of the choices', 'repeat a choice word for word'),
        'unknown-value',
      );
  }
}

/** A setting as `--set` takes it. */
const setting = text('a setting such as `machines.desktops.count=24`').refine(
  (written) => parseSetting(written) !== null,
  { error: withHelp('expected PATH=VALUE', 'write it as for `--set`, such as `machines.desktops.count=24`') },
);

const settings = z
  .union(
    [
      setting,
      z.array(setting).min(1).max(MAX_SETTINGS),
      z.record(z.string().min(1), z.unknown()).refine((map) => Object.keys(map).length > 0, {
        error: 'expected at least one path',
      }),
    ],
    {
      error:
        'expected a setting such as `machines.desktops.count=24`, a list of them, or a map such as `{ machines.desktops.count: 24 }`',
    },
  )
  .transform((written): readonly Override[] => {
    if (typeof written === 'string') return [parseSetting(written)!];
    if (Array.isArray(written)) return written.map((each) => parseSetting(each)!);
    return Object.entries(written).map(([path, value]) => ({ path, value: JSON.stringify(value) }));
  });

const predict = z
  .strictObject({ ask: prose('The question whose answer is predicted, for readers.'), ...answering })
  .describe('What is predicted before the run: a number that a `figure` answers, or one of some `choices`.')
  .superRefine((prediction, context) =>
    checkAnswering(prediction, {}, (key, message, name) =>
      context.addIssue({ code: 'custom', path: key === null ? [] : [key], message, params: named(name) }),
    ),
  );

const lessonTry = z.strictObject({
  set: settings.describe(
    'The change, as `--set` takes it: `PATH=VALUE`, a list of these, or a map of values by path.',
  ),
  ask: prose('What is predicted of the changed run.'),
  ...answering,
  explain: prose('Why it comes out as it does; `{figure}` shows a figure of the changed run.'),
});

/** What a lesson asks and teaches; the scenario that has it is what the lesson runs. */
export const lessonSchema = z
  .strictObject({
    question: prose('What the lesson is about, as a question.'),
    predict,
    explain: prose(
      'Why the run comes out as it does; `{figure}`, such as `{machines.everNotification}`, shows a figure of the run.',
    ),
    source: prose('The published section that it rests on.'),
    tries: z
      .array(lessonTry)
      .max(MAX_TRIES, `expected at most ${MAX_TRIES} tries`)
      .prefault([])
      .describe(
        "Changes to try, each with a prediction of its own: by the lesson's `figure`, unless a try has a `figure`, or `choices` and `answer`; where the lesson has `choices`, a try may give its `answer` among them.",
      ),
  })
  .superRefine(({ predict: lesson, tries }, context) => {
    // That it is answered by nothing is reported there; no try could make up for it.
    if (lesson.figure === undefined && lesson.choices === undefined) return;
    for (const [index, each] of tries.entries())
      checkAnswering(each, lesson, (key, message, name) =>
        context.addIssue({
          code: 'custom',
          path: ['tries', index, ...(key === null ? [] : [key])],
          message,
          params: named(name),
        }),
      );
  });

/** A lesson in which nothing is wrong by itself; that its figures exist and its settings can be made is checked later. */
export type Lesson = z.output<typeof lessonSchema>;
export type LessonTry = Lesson['tries'][number];
