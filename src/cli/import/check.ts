import { basename, resolve } from 'node:path';
import { checkLog, LogCheckError } from '../../experiments/log-check/check-log.ts';
import type { LogComparison } from '../../experiments/log-check/compare-logs.ts';
import { readLog } from '../../scenario/import/read-log.ts';
import { aligned } from '../../text/aligned.ts';
import { CommandLineError, UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { loadNamed, reportDiagnostics } from '../shared/input/load-scenario.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { writeTextFile } from '../shared/results/write-text.ts';
import type { ImportArguments } from './options.ts';
import { diagnosticOf } from './problem-diagnostic.ts';
import { readEncoding } from './read-arguments.ts';
import { readBytes } from './read-bytes.ts';

/**
 * Performs `vasim import --check LOG SCENARIO`: runs the scenario and sets its log beside the real one.
 *
 * @throws UsageError unless exactly one scenario is named
 * @throws CommandLineError when log and scenario are of different days
 */
export async function checkAgainstLog(
  log: string,
  args: ImportArguments,
  host: ProcessHost,
): Promise<ExitCode> {
  const messages = new Messages(host, args);
  if (args.FILE.length !== 1) throw new UsageError('--check LOG takes one SCENARIO');
  const read = readLog(
    { name: basename(log), bytes: await readBytes(log, host) },
    readEncoding(args.encoding),
  );
  if (!read.ok) {
    reportDiagnostics(
      read.errors.map((problem) => diagnosticOf(problem, log)),
      messages,
    );
    return EXIT.wrongScenario;
  }
  const loaded = await loadNamed(args.FILE[0], args, host);
  if (!loaded.ok) {
    reportDiagnostics(loaded.diagnostics, messages);
    return EXIT.wrongScenario;
  }
  const check = begin(() => checkLog(read.requests, loaded.scenario));
  while (!check.simulation.run(EVENTS_PER_SLICE)) await Promise.resolve();
  const comparison = check.compare();
  const text = args.json
    ? `${JSON.stringify({ formatVersion: 1, from: check.from, to: check.to, ...comparison }, null, 2)}\n`
    : report(comparison, check.from, check.to);
  if (args.out === undefined) host.stdout.write(text);
  else writeTextFile(resolve(host.currentFolder, args.out), args.out, text);
  return EXIT.done;
}

/** Events between two moments in which an interruption is noticed. */
const EVENTS_PER_SLICE = 50_000;

function begin<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof LogCheckError) throw new CommandLineError(`--check: ${error.message}`);
    throw error;
  }
}

function report({ figures, findings }: LogComparison, from: string, to: string): string {
  const rows = [
    ['', 'log', 'simulation', ''],
    ...figures.map(({ name, log, simulation, matters }) => [
      name,
      number(log),
      number(simulation),
      matters ? 'differs' : '',
    ]),
  ];
  const verdict =
    findings.length === 0
      ? ['The logs agree: nothing differs by more than chance explains.']
      : ['What differs:', ...findings.map((finding) => `- ${finding}`)];
  return `${[`The log and the scenario from ${from} to ${to}`, '', ...aligned(rows, [0, 3]), '', ...verdict].join('\n')}\n`;
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
