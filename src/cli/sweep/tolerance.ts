import { resolve } from 'node:path';
import { runNeeds } from '../../experiments/needs/run-needs.ts';
import { isRandom } from '../../experiments/replications/randomness.ts';
import {
  type OutageStart,
  outageStartAt,
  outageStarts,
} from '../../experiments/sweeps/tolerance/outage-starts.ts';
import { findTolerances, type ToleranceFindings } from '../../experiments/sweeps/tolerance/tolerance.ts';
import { toleranceLines } from '../../experiments/sweeps/tolerance/tolerance-lines.ts';
import { toleranceMarkdown } from '../../experiments/sweeps/tolerance/tolerance-markdown.ts';
import {
  harmfulRows,
  TOLERANCE_TABLES,
  toleranceRows,
} from '../../experiments/sweeps/tolerance/tolerance-rows.ts';
import { MAX_OUTAGE } from '../../experiments/sweeps/tolerance/trial-lengths.ts';
import { type EstateParameters, INTERNET, MICROSOFT } from '../../model/definitions/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { DurationError, parseDuration } from '../../text/duration.ts';
import { suggestion } from '../../text/nearest.ts';
import { CalendarError, minuteOf, parseDate, parsePoint } from '../../text/point-in-time.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { escapeInvisible } from '../../text/visible-text.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { loadOrReport, nameOf } from '../shared/input/load-scenario.ts';
import { announceNeeds } from '../shared/memory/announce-needs.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { questionName } from '../shared/results/question-name.ts';
import { recordedCommand } from '../shared/results/recorded-command.ts';
import { type Filled, makeResultsFolder, type ResultsWork } from '../shared/results/results-folder.ts';
import { readVersion } from '../shared/version.ts';
import { SWEEP_OPTIONS, type SweepArguments } from './options.ts';
import { readSweepPlan } from './question.ts';

/** Shorter steps would only make the search long: clients retry every two hours. */
const MIN_RESOLUTION = 60;
const DEFAULT_RESOLUTION = '1 d';

/** The arguments of a sweep with `--tolerance`. */
export type ToleranceArguments = SweepArguments & { readonly tolerance: string };

/** What is asked of which scenario. */
interface Question {
  readonly scenario: Scenario;
  readonly target: string;
  readonly resolution: number;
  readonly replications: number;
  readonly starts: readonly OutageStart[];
  readonly commandLine: readonly string[];
}

/**
 * Performs `vasim sweep --tolerance`: finds how long something may be down, from each month of a year on.
 *
 * @throws CommandLineError, RunFolderError, Interrupted
 */
export async function findTolerance(args: ToleranceArguments, host: ProcessHost): Promise<ExitCode> {
  const resolution = readResolution(args.resolution ?? DEFAULT_RESOLUTION);
  const messages = new Messages(host, args);
  const { set, seed } = args;
  const loaded = await loadOrReport(args.FILE, { set, seed }, host, messages);
  if (loaded === null) return EXIT.wrongScenario;
  const { scenario } = loaded;
  const target = args.tolerance;
  requireTarget(target, scenario.parameters);
  const { replications } = readSweepPlan({
    ...args,
    replications: args.replications ?? (isRandom(scenario.parameters) ? undefined : '1'),
  });
  const starts = args.start?.map((text) => readStart(text, scenario)) ?? outageStarts(scenario.start);
  const asRun = { ...args, replications: String(replications) };
  const commandLine = recordedCommand('sweep', [args.FILE], SWEEP_OPTIONS, asRun);
  const question = { scenario, target, resolution, replications, starts, commandLine };
  const usual = `tolerance-${nameOf(args.FILE)}-${target}`;
  const name = questionName(resolve(host.currentFolder, 'out'), usual, commandLine);
  announceNeeds('each run', runNeeds(scenario.parameters, false), host, messages);
  const request = { name, args };
  const { result, shownPlace } = await makeResultsFolder(request, host, (work) => fill(question, work));
  const text = args.json
    ? JSON.stringify({ formatVersion: 1, target, resolution, replications, ...asJson(result) }, null, 2)
    : toleranceLines(target, result, scenario.start).map(escapeInvisible).join('\n');
  host.stdout.write(`${text}\n`);
  messages.info(`Results are in ${shownPlace}`);
  return EXIT.done;
}

/** Of the lengths that were tried only how they were chosen. */
function asJson({ tolerances, trials: { step, fineUntil, coarseStep } }: ToleranceFindings): object {
  return { tolerances, tried: { step, fineUntil, coarseStep, upTo: MAX_OUTAGE } };
}

function readStart(text: string, { start }: Scenario): OutageStart {
  try {
    return outageStartAt(minuteOf(parsePoint(text), parseDate(start)), start);
  } catch (error) {
    if (!(error instanceof DurationError || error instanceof CalendarError)) throw error;
    throw new UsageError(`--start ${text}: ${error.message}`);
  }
}

function readResolution(text: string): number {
  try {
    const resolution = parseDuration(text);
    if (resolution >= MIN_RESOLUTION && resolution <= MAX_OUTAGE) return resolution;
    throw new UsageError(`--resolution ${text} is not between 1 h and 365 d`);
  } catch (error) {
    if (!(error instanceof DurationError)) throw error;
    throw new UsageError(`--resolution: ${error.message}`);
  }
}

function requireTarget(target: string, { links, hosts, zones, networks }: EstateParameters): void {
  const names = [links, hosts, zones, networks].flatMap((collection) => [...collection.keys()]);
  const known = [...names, MICROSOFT, INTERNET];
  if (!known.includes(target))
    throw new UsageError(
      `--tolerance: no link, host, zone or network is named ${target}${suggestion(target, known)}`,
    );
}

async function fill(
  { scenario, target, resolution, replications, starts, commandLine }: Question,
  { folder, progress, interruption }: ResultsWork,
): Promise<Filled<ToleranceFindings>> {
  const { parameters, start, title, resolved } = scenario;
  const findings = await findTolerances(
    { parameters, target, resolution, replications, starts },
    () => interruption.checkpoint(),
    (done, { date }) => progress.update(done, `outages from ${date} on`),
  );
  progress.clear();
  const { tolerances, trials } = findings;
  const table = folder.openCsv('tolerance.csv', Object.keys(TOLERANCE_TABLES['tolerance.csv'].columns));
  for (const row of toleranceRows(tolerances, start, trials.fineUntil)) table.write(row);
  const ranges = folder.openCsv('harmful.csv', Object.keys(TOLERANCE_TABLES['harmful.csv'].columns));
  for (const row of harmfulRows(tolerances, start)) ranges.write(row);
  const version = readVersion();
  const { seed } = parameters;
  const context = {
    title,
    start,
    target,
    resolution,
    replications,
    command: shellQuote(commandLine),
    version,
    seed,
  };
  folder.writeFile('tolerance.md', toleranceMarkdown(findings, context));
  return { provenance: { version, seed, commandLine, scenario: resolved }, result: findings };
}
