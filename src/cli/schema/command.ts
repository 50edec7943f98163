import type { Command } from '../shared/command.ts';
import { SCHEMA_OPTIONS, type SchemaArguments } from './options.ts';

/** `vasim schema`. */
export const schemaCommand: Command<SchemaArguments> = {
  usage: 'schema [FILE]',
  summary: 'print the JSON Schema of scenario files',
  description:
    'Prints the JSON Schema of the scenario language: every key with its meaning, for reading and for editors that complete and check YAML. With FILE, what refers to a network, zone, host, key, group or VAMT has the names of that scenario as choices.',
  positionals: { FILE: 'a scenario whose names the schema offers as choices' },
  options: SCHEMA_OPTIONS,
  examples: [
    ['$0 schema --out scenario.schema.json', 'a file for editors'],
    ['$0 schema branch.yaml --out branch.schema.json', 'with the names of branch.yaml as choices'],
    ['$0 schema --markdown', 'every key with its meaning and default'],
  ],
  async perform(args, host) {
    const { printSchema } = await import('./perform.ts');
    return printSchema(args, host);
  },
};
