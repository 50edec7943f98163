import { type DeclaredNames, declaredNames } from '../../scenario/reference/declared-names.ts';
import { scenarioJsonSchema } from '../../scenario/reference/json-schema.ts';
import { languageReference } from '../../scenario/reference/language-reference.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { loadNamed, reportDiagnostics } from '../shared/input/load-scenario.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { writeOutput } from '../shared/results/output.ts';
import type { SchemaArguments } from './options.ts';

/**
 * Performs `vasim schema`.
 *
 * @throws CommandLineError when a file cannot be read or written
 */
export async function printSchema(args: SchemaArguments, host: ProcessHost): Promise<ExitCode> {
  if (args.markdown && args.FILE !== undefined)
    throw new UsageError('--markdown prints the reference of the language; give no FILE with it');
  const messages = new Messages(host, args);
  let names: DeclaredNames | undefined;
  if (args.FILE !== undefined) {
    const loaded = await loadNamed(args.FILE, {}, host);
    if (!loaded.ok) {
      reportDiagnostics(loaded.diagnostics, messages);
      return EXIT.wrongScenario;
    }
    names = declaredNames(loaded.scenario.resolved);
  }
  const text = args.markdown ? languageReference() : JSON.stringify(scenarioJsonSchema(names), null, 2);
  writeOutput(`${text}\n`, args.out, host, messages);
  return EXIT.done;
}
