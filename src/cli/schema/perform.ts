import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { writeOutput } from '../shared/results/output.ts';
import type { SchemaArguments } from './options.ts';

/**
 * Performs `vasim schema`.
 *
 * @throws CommandLineError when the file cannot be written
 */
export async function printSchema(args: SchemaArguments, host: ProcessHost): Promise<ExitCode> {
  const text = args.markdown ? await reference() : await schema();
  writeOutput(`${text}\n`, args.out, host, new Messages(host, args));
  return EXIT.done;
}

async function reference(): Promise<string> {
  const { languageReference } = await import('../../scenario/reference/language-reference.ts');
  return languageReference();
}

async function schema(): Promise<string> {
  const { scenarioJsonSchema } = await import('../../scenario/reference/json-schema.ts');
  return JSON.stringify(scenarioJsonSchema(), null, 2);
}
