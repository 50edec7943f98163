import { basename, resolve } from 'node:path';
import { isImportField } from '../../scenario/import/columns.ts';
import { leftOutLine } from '../../scenario/import/comments.ts';
import { IMPORT_FIELDS } from '../../scenario/import/headings.ts';
import { type ImportReport, importInventory } from '../../scenario/import/import-inventory.ts';
import { MAX_BYTES } from '../../scenario/import/limits.ts';
import { counted } from '../../scenario/import/shown.ts';
import { suggestion } from '../../text/nearest.ts';
import { CommandLineError, UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { STANDARD_INPUT, STANDARD_INPUT_NAME } from '../shared/input/operands.ts';
import { MEBIBYTE, readFileUpTo, UnreadableText } from '../shared/input/text-file.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import type { ImportArguments } from './options.ts';

/**
 * Performs `vasim import`: the scenario goes to standard output, what was left out to standard error.
 *
 * @throws CommandLineError when the file cannot be read or `--map` is not `COLUMN=FIELD`
 */
export async function importFile(args: ImportArguments, host: ProcessHost): Promise<ExitCode> {
  const messages = new Messages(host, args);
  const map = Object.fromEntries((args.map ?? []).map(readMapping));
  const fromInput = args.FILE === STANDARD_INPUT;
  const bytes = fromInput ? await host.readStdin(MAX_BYTES) : readFile(args.FILE, host.currentFolder);
  if (bytes === null) {
    const name = fromInput ? 'standard input' : args.FILE;
    throw new CommandLineError(`${name} is larger than ${MAX_BYTES / MEBIBYTE} MiB, the maximum`);
  }
  const file = fromInput ? STANDARD_INPUT_NAME : args.FILE;
  const result = importInventory(bytes, basename(file), { map });
  if (!result.ok) {
    for (const { line = 1, column = 1, message } of result.errors) {
      messages.error(`${file}:${line}:${column}: error: ${message}`);
    }
    return EXIT.wrongScenario;
  }
  const { scenario, report } = result;
  host.stdout.write(args.json ? `${JSON.stringify({ scenario, report }, null, 2)}\n` : scenario);
  showReport(report, messages);
  return EXIT.done;
}

/** Reads `COLUMN=FIELD`; a column's name may have the sign in it. */
function readMapping(written: string): [column: string, field: string] {
  const sign = written.lastIndexOf('=');
  const column = written.slice(0, Math.max(sign, 0)).trim();
  const field = written.slice(sign + 1).trim();
  if (column === '') {
    throw new UsageError(`--map takes COLUMN=FIELD, not \`${written}\``);
  }
  if (!isImportField(field)) {
    const meant = suggestion(field, IMPORT_FIELDS);
    throw new UsageError(`--map: unknown field \`${field}\`${meant}`);
  }
  return [column, field];
}

/** The bytes of a file; null for too many. */
function readFile(argument: string, currentFolder: string): Uint8Array | null {
  try {
    return readFileUpTo(resolve(currentFolder, argument), MAX_BYTES);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    throw new CommandLineError(`${argument} ${error.message}`);
  }
}

function showReport({ machines, groups, leftOut, notes }: ImportReport, messages: Messages): void {
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  messages.info(`Imported ${counted(machines)} in ${counted(groups, 'group')}; left out ${total}.`);
  for (const entry of leftOut) messages.info(`  left out: ${leftOutLine(entry)}`);
  for (const note of notes) messages.info(`  note: ${note}`);
}
