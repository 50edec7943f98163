import { basename, resolve } from 'node:path';
import { counted } from '../../scenario/import/basics/shown.ts';
import { type ImportReport, importEstate } from '../../scenario/import/import-estate.ts';
import type { ImportFile } from '../../scenario/import/import-options.ts';
import { leftOutLine } from '../../scenario/import/output/comments.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { reportDiagnostics } from '../shared/input/load-scenario.ts';
import { STANDARD_INPUT, STANDARD_INPUT_NAME } from '../shared/input/operands.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { Progress } from '../shared/progress.ts';
import { writeNewText } from '../shared/results/write-text.ts';
import { checkAgainstLog } from './check.ts';
import type { ImportArguments } from './options.ts';
import { diagnosticOf } from './problem-diagnostic.ts';
import { readImportOptions } from './read-arguments.ts';
import { readBytes } from './read-bytes.ts';

/**
 * Performs `vasim import`: the scenario goes to standard output or `--out FILE`, what was left out to standard error.
 *
 * @throws CommandLineError when a file cannot be read or written, or an option is wrong
 */
export async function importFiles(args: ImportArguments, host: ProcessHost): Promise<ExitCode> {
  if (args.check !== undefined) return checkAgainstLog(args.check, args, host);
  const messages = new Messages(host, args);
  const options = readImportOptions(args);
  const shown = args.FILE.map((file) => (file === STANDARD_INPUT ? STANDARD_INPUT_NAME : file));
  const files: ImportFile[] = [];
  for (const [index, file] of args.FILE.entries()) {
    files.push({ name: basename(shown[index]), bytes: await readBytes(file, host) });
  }
  const progress = new Progress({ sink: host.stderr, clock: host.milliseconds, quiet: args.quiet });
  const onProgress = (done: number, doing: string) => progress.update(done, doing);
  const result = importEstate(files, { ...options, onProgress });
  progress.clear();
  if (!result.ok) {
    reportDiagnostics(
      result.errors.map((problem) => diagnosticOf(problem, shown[problem.file])),
      messages,
    );
    return EXIT.wrongScenario;
  }
  const { scenario, report } = result;
  if (args.out !== undefined) writeNewText(resolve(host.currentFolder, args.out), args.out, scenario);
  if (args.json) host.stdout.write(`${JSON.stringify({ formatVersion: 1, scenario, report }, null, 2)}\n`);
  else if (args.out === undefined) host.stdout.write(scenario);
  showReport(report, messages);
  if (args.out !== undefined) messages.info(`The scenario is in ${args.out}.`);
  return EXIT.done;
}

function showReport({ machines, groups, files, leftOut, notes }: ImportReport, messages: Messages): void {
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  const from = files.length === 1 ? '' : ` from ${files.length} files`;
  messages.info(`Imported ${counted(machines)} in ${counted(groups, 'group')}${from}; left out ${total}.`);
  for (const entry of leftOut) messages.info(`  left out: ${leftOutLine(entry)}`);
  for (const note of notes) messages.info(`  note: ${note}`);
}
