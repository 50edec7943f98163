import { resolvedYaml } from '../scenario/reference/resolved-yaml.ts';
import { type Diagnostic, formatDiagnostic } from '../text/diagnostics.ts';
import { CommandLineError } from './command-line-error.ts';
import type { ValidateArguments } from './commands/validate-options.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Messages } from './messages.ts';
import { loadNamed, requireFile } from './named-scenario.ts';
import type { Outside } from './outside.ts';
import { parseOverrides } from './overrides.ts';
import { STANDARD_INPUT, STANDARD_INPUT_NAME } from './standard-input.ts';

/** What `validate --json` says of a file. */
interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Does what `vasim validate` says.
 *
 * @throws CommandLineError when a file does not exist
 */
export async function validateScenarios(args: ValidateArguments, outside: Outside): Promise<ExitCode> {
  const files = args.FILE;
  if (args.resolved && (files.length > 1 || args.json))
    throw new CommandLineError('--resolved prints one FILE, as YAML', 'vasim validate');
  if (files.filter((file) => file === STANDARD_INPUT).length > 1)
    throw new CommandLineError('standard input can be read only once', 'vasim validate');
  for (const file of files) requireFile(file, outside.currentFolder);

  const messages = new Messages(outside, args);
  const options = { overrides: parseOverrides(args.set), seed: args.seed };
  const verdicts: Verdict[] = [];
  for (const word of files) {
    const result = await loadNamed(word, options, outside);
    const file = word === STANDARD_INPUT ? STANDARD_INPUT_NAME : word;
    const diagnostics = result.ok ? [] : result.diagnostics;
    for (const diagnostic of diagnostics) messages.complain(formatDiagnostic(diagnostic));
    if (result.ok && args.resolved) outside.output.write(resolvedYaml(result.scenario));
    else if (result.ok && !args.json && !args.quiet) outside.output.write(`${file}: ok\n`);
    verdicts.push({ file, ok: result.ok, diagnostics });
  }
  if (args.json) outside.output.write(`${JSON.stringify(verdicts, null, 2)}\n`);
  return verdicts.every(({ ok }) => ok) ? EXIT.done : EXIT.wrongScenario;
}
