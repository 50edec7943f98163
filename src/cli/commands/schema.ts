import type { ArgumentsOf, Command } from '../command.ts';
import { commonOptionsHiding } from '../common-options.ts';
import { EXIT } from '../exit-codes.ts';

const OPTIONS = {
  ...commonOptionsHiding(['out', 'seed', 'set', 'json', 'quiet', 'no-color', 'no-charts']),
  markdown: { type: 'boolean', describe: 'print a reference for people, in Markdown, instead' },
} as const;

export const schemaCommand: Command<ArgumentsOf<typeof OPTIONS>> = {
  usage: 'schema',
  summary: 'print the JSON Schema of scenario files',
  description:
    'Prints the JSON Schema of the scenario language: every key with its meaning, for reading and for editors that complete and check YAML.',
  words: {},
  options: OPTIONS,
  examples: [
    ['$0 schema > scenario.schema.json', 'a file that editors can be pointed at'],
    ['$0 schema --markdown', 'every key with its meaning and default'],
  ],
  async perform({ markdown }, outside) {
    if (markdown) {
      const { languageReference } = await import('../../scenario/reference/language-reference.ts');
      outside.output.write(`${languageReference()}\n`);
      return EXIT.done;
    }
    const { scenarioJsonSchema } = await import('../../scenario/reference/json-schema.ts');
    outside.output.write(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
    return EXIT.done;
  },
};
