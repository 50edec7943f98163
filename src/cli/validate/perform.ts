import { resolvedYaml } from '../../scenario/reference/resolved-yaml.ts';
import { type FlatDiagnostic, flatDiagnostic } from '../../text/diagnostics.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { loadNamed, reportDiagnostics, requireFile } from '../shared/input/load-scenario.ts';
import { STANDARD_INPUT, STANDARD_INPUT_NAME } from '../shared/input/operands.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import type { ValidateArguments } from './options.ts';

/** What `validate --json` says of a file. */
interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly diagnostics: readonly FlatDiagnostic[];
}

/**
 * Performs `vasim validate`.
 *
 * @throws CommandLineError when a file does not exist
 */
export async function validateScenarios(args: ValidateArguments, host: ProcessHost): Promise<ExitCode> {
  const files = args.FILE;
  if (args.resolved && (files.length > 1 || args.json))
    throw new UsageError('--resolved prints a single scenario as YAML; give one FILE, without --json');
  if (files.filter((file) => file === STANDARD_INPUT).length > 1)
    throw new UsageError('standard input can be read only once');
  for (const file of files) requireFile(file, host.currentFolder);

  const messages = new Messages(host, args);
  const verdicts: Verdict[] = [];
  for (const argument of files) {
    const result = await loadNamed(argument, args, host);
    const file = argument === STANDARD_INPUT ? STANDARD_INPUT_NAME : argument;
    const diagnostics = result.ok ? [] : result.diagnostics;
    reportDiagnostics(diagnostics, messages);
    if (result.ok && args.resolved) host.stdout.write(resolvedYaml(result.scenario));
    else if (result.ok && !args.json && !args.quiet) host.stdout.write(`${file}: ok\n`);
    verdicts.push({ file, ok: result.ok, diagnostics: diagnostics.map(flatDiagnostic) });
  }
  if (args.json) host.stdout.write(`${JSON.stringify(verdicts, null, 2)}\n`);
  return verdicts.every(({ ok }) => ok) ? EXIT.done : EXIT.wrongScenario;
}
