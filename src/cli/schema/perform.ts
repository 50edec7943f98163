import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import type { SchemaArguments } from './options.ts';

/** Performs `vasim schema`. */
export async function printSchema({ markdown }: SchemaArguments, host: ProcessHost): Promise<ExitCode> {
  if (markdown) {
    const { languageReference } = await import('../../scenario/reference/language-reference.ts');
    host.stdout.write(`${languageReference()}\n`);
    return EXIT.done;
  }
  const { scenarioJsonSchema } = await import('../../scenario/reference/json-schema.ts');
  host.stdout.write(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  return EXIT.done;
}
