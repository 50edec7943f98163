import { describeExitCodes } from '../../src/cli/exit-codes.ts';
import { TABLES } from '../../src/recording/tables/columns.ts';
import type { TableDefinition } from '../../src/recording/tables/tables.ts';
import { languageReference } from '../../src/scenario/reference/language-reference.ts';

/** The parts of the README that are made from the source, by the name in their markers. */
export const GENERATED_PARTS: Readonly<Record<string, () => string>> = {
  'exit status': () => `\`\`\`text\n${describeExitCodes()}\n\`\`\``,
  tables: () => Object.entries<TableDefinition<never>>(TABLES).map(tableSection).join('\n\n'),
  language: languageReference,
};

function tableSection([name, { row, columns }]: [string, TableDefinition<never>]): string {
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
