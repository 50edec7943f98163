import { basename } from 'node:path';
import { COMMANDS } from '../../src/cli/commands.ts';
import { exerciseName, loadExercise } from '../../src/cli/grade/exercise-file.ts';
import { readLessons } from '../../src/cli/lesson/lesson-list.ts';
import { describeExitCodes } from '../../src/cli/shared/exit-codes.ts';
import { shippedExercises } from '../../src/cli/shared/input/shipped-files.ts';
import { Messages } from '../../src/cli/shared/messages.ts';
import { figureKinds } from '../../src/recording/figures/figure-catalogue.ts';
import { TABLES } from '../../src/recording/tables/columns.ts';
import type { DefinedTable } from '../../src/recording/tables/tables.ts';
import { languageReference } from '../../src/scenario/reference/language-reference.ts';
import { fakeHost } from '../cli/fake-host.ts';

/** The parts of the README that are made from the source, by the name in their markers. */
export const GENERATED_PARTS: Readonly<Record<string, () => string>> = {
  lessons: lessonTable,
  exercises: exerciseTable,
  commands: commandTable,
  'exit status': () => `\`\`\`text\n${describeExitCodes()}\n\`\`\``,
  tables: () => Object.entries<DefinedTable>(TABLES).map(tableSection).join('\n\n'),
  figures: figureTable,
  language: languageReference,
};

function commandTable(): string {
  const lines = COMMANDS.map(({ usage, summary }) => `| \`vasim ${shownUsage(usage)}\` | ${summary} |`);
  return ['| command | what it does |', '| --- | --- |', ...lines].join('\n');
}

const NO_MESSAGES = new Messages(fakeHost(), { quiet: true });

function lessonTable(): string {
  const rows = readLessons().map(
    ({ number, name, lesson }) => `| ${number} | [${name}](scenarios/${name}.yaml) | ${lesson.question} |`,
  );
  return ['| lesson | file | what it asks |', '| --- | --- | --- |', ...rows].join('\n');
}

function exerciseTable(): string {
  const rows = shippedExercises().map((path) => {
    const { scenario } = loadExercise(path, '/', NO_MESSAGES) ?? {};
    const title = scenario?.title.replace(/^Exercise \d+: /, '') ?? '';
    return `| [${exerciseName(path)}](scenarios/exercises/${basename(path)}) | ${title} | ${scenario?.exercise.goals.length} |`;
  });
  return ['| exercise | what it is about | goals |', '| --- | --- | --- |', ...rows].join('\n');
}

/** A usage as people write it: `compare FILE...`. */
function shownUsage(usage: string): string {
  return usage.replace(/[<>]/g, '').replace('..', '...');
}

const BETTER = { less: 'less', more: 'more', neither: '' } as const;

function figureTable(): string {
  const rows = figureKinds().map(
    ({ path, meaning, better }) => `| \`${path}\` | ${meaning} | ${BETTER[better]} |`,
  );
  return ['| figure | what it says | better |', '| --- | --- | --- |', ...rows].join('\n');
}

function tableSection([name, { row, columns }]: [string, DefinedTable]): string {
  const lines = Object.entries(columns).map(([column, { meaning }]) => `| \`${column}\` | ${meaning} |`);
  return [
    `#### \`${name}\`: a row is ${row}`,
    '',
    '| column | what it holds |',
    '| --- | --- |',
    ...lines,
  ].join('\n');
}

/** The README with its generated parts made anew. */
export function withGeneratedParts(readme: string): string {
  return Object.entries(GENERATED_PARTS).reduce((text, [name, make]) => {
    const [begin, end] = [`<!-- begin: ${name} -->`, `<!-- end: ${name} -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md has no markers of the part ${name}`);
    return `${text.slice(0, from + begin.length)}\n${make()}\n${text.slice(to)}`;
  }, readme);
}
