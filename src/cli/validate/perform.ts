import { type WeighedWarnings, weighedWarnings } from '../../advice/warnings/weighed.ts';
import type { Loaded } from '../../scenario/load.ts';
import { resolvedYaml } from '../../scenario/reference/resolved-yaml.ts';
import { type FlatDiagnostic, flatDiagnostic, formatDiagnostic } from '../../text/diagnostics.ts';
import { escapeInvisible } from '../../text/visible-text.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { loadNamed, reportDiagnostics, requireFile } from '../shared/input/load-scenario.ts';
import { STANDARD_INPUT, STANDARD_INPUT_NAME } from '../shared/input/operands.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { writeOutput } from '../shared/results/output.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { warningCount } from '../shared/warnings.ts';
import type { ValidateArguments } from './options.ts';

/** What `validate --json` says of a file. */
interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly diagnostics: readonly FlatDiagnostic[];
  /** Warnings that `accept` names. */
  readonly accepted: number;
}

/**
 * Performs `vasim validate`.
 *
 * @throws CommandLineError when a file does not exist or cannot be written
 */
export async function validateScenarios(args: ValidateArguments, host: ProcessHost): Promise<ExitCode> {
  const files = args.FILE;
  if (args.resolved && (files.length > 1 || args.json))
    throw new UsageError('--resolved prints a single scenario as YAML; give one FILE, without --json');
  if (files.filter((file) => file === STANDARD_INPUT).length > 1)
    throw new UsageError('standard input can be read only once');
  for (const file of files) requireFile(file, host.currentFolder);

  // With one file nothing is written before it is known whether it takes long.
  if (files.length > 1) requireThread(host);
  const messages = new Messages(host, args);
  const verdicts: Verdict[] = [];
  const collected: string[] = [];
  const print = (text: string) => {
    if (args.out === undefined) host.stdout.write(text);
    else collected.push(text);
  };
  for (const argument of files) {
    const result = await loadNamed(argument, args, host);
    const file = argument === STANDARD_INPUT ? STANDARD_INPUT_NAME : argument;
    const diagnostics = result.ok ? [] : result.diagnostics;
    reportDiagnostics(diagnostics, messages);
    const { shown, accepted } = result.ok ? warningsOfAll(result) : NO_WARNINGS;
    for (const warning of shown) messages.info(formatDiagnostic(warning));
    if (result.ok && args.resolved) print(resolvedYaml(result.scenario));
    else if (result.ok && !args.json && !args.quiet) {
      const count = warningCount(shown.length, accepted);
      print(escapeInvisible(`${file}: ok${count === null ? '' : `, ${count}`}\n`));
    }
    const all = [...diagnostics, ...shown];
    verdicts.push({ file, ok: result.ok, diagnostics: all.map(flatDiagnostic), accepted });
  }
  if (args.json) print(`${JSON.stringify({ formatVersion: 1, files: verdicts }, null, 2)}\n`);
  if (args.out !== undefined) writeOutput(collected.join(''), args.out, host, messages);
  if (verdicts.some(({ ok }) => !ok)) return EXIT.wrongScenario;
  const isWarned = verdicts.some(({ diagnostics }) => diagnostics.length > 0);
  return args.strict && isWarned ? EXIT.expectationFailed : EXIT.done;
}

const NO_WARNINGS: WeighedWarnings = { shown: [], accepted: 0 };

/** The warnings of a scenario and its designs; what several of them share is shown once. */
function warningsOfAll({ scenario, designs }: Loaded): WeighedWarnings {
  const all = [scenario, ...designs.values()].map(weighedWarnings);
  const shown = new Map(all.flatMap((one) => one.shown).map((warning) => [JSON.stringify(warning), warning]));
  return { shown: [...shown.values()], accepted: all.reduce((sum, { accepted }) => sum + accepted, 0) };
}
