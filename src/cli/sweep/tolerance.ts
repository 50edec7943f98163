import { relative, resolve } from 'node:path';
import { outageStarts } from '../../experiments/sweeps/tolerance/outage-starts.ts';
import { findTolerances, MAX_OUTAGE, type Tolerance } from '../../experiments/sweeps/tolerance/tolerance.ts';
import { toleranceLines } from '../../experiments/sweeps/tolerance/tolerance-lines.ts';
import { toleranceMarkdown } from '../../experiments/sweeps/tolerance/tolerance-markdown.ts';
import { TOLERANCE_TABLE, toleranceRows } from '../../experiments/sweeps/tolerance/tolerance-rows.ts';
import { type EstateParameters, INTERNET, MICROSOFT } from '../../model/definitions/parameters.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { formatDiagnostic } from '../../text/diagnostics.ts';
import { DurationError, parseDuration } from '../../text/duration.ts';
import { suggestion } from '../../text/nearest.ts';
import { type Filled, type FolderWork, fillFolder } from '../campaign/fill-folder.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { SweepArguments } from '../commands/sweep-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Messages, printable } from '../messages.ts';
import { loadNamed, nameOf } from '../named-scenario.ts';
import type { Outside } from '../outside.ts';
import { parseOverrides } from '../overrides.ts';
import { asTyped } from '../recorded-words.ts';
import { readVersion } from '../version.ts';
import { readSweepPlan, SWEEP } from './question.ts';
import { recordedSweep } from './recorded-words.ts';

/** Shorter steps would make the search long and tell nothing: clients retry every two hours. */
const LEAST_RESOLUTION = 60;
const USUAL_RESOLUTION = '1 d';

/** The arguments of a sweep with `--tolerance`. */
export type ToleranceArguments = SweepArguments & { readonly tolerance: string };

/** What is asked of which scenario. */
interface Question {
  readonly scenario: Scenario;
  readonly target: string;
  readonly resolution: number;
  readonly replications: number;
  readonly commandLine: readonly string[];
}

/**
 * Does what `vasim sweep --tolerance` says: finds how long something may be down, from each month of a year on.
 *
 * @throws CommandLineError, RunFolderError, Interrupted
 */
export async function findTolerance(args: ToleranceArguments, outside: Outside): Promise<ExitCode> {
  const resolution = readResolution(args.resolution ?? USUAL_RESOLUTION);
  const { replications } = readSweepPlan({ ...args, replications: args.replications ?? '1' });
  const messages = new Messages(outside, args);
  const loaded = await loadNamed(
    args.FILE,
    { overrides: parseOverrides(args.set), seed: args.seed },
    outside,
  );
  if (!loaded.ok) {
    for (const diagnostic of loaded.diagnostics) messages.complain(formatDiagnostic(diagnostic));
    return EXIT.wrongScenario;
  }
  const { scenario } = loaded;
  const target = args.tolerance;
  requireTarget(target, scenario.parameters);
  const place = resolve(outside.currentFolder, args.out ?? `out/tolerance-${nameOf(args.FILE)}-${target}`);
  const commandLine = recordedSweep(args, replications);
  const question = { scenario, target, resolution, replications, commandLine };
  const tolerances = await fillFolder(place, outside, args.quiet, (work) => fill(question, work));
  const text = args.json
    ? JSON.stringify({ target, resolution, replications, tolerances }, null, 2)
    : toleranceLines(target, tolerances, scenario.start).map(printable).join('\n');
  outside.output.write(`${text}\n`);
  messages.say(`Results are in ${relative(outside.currentFolder, place)}`);
  return EXIT.done;
}

function readResolution(text: string): number {
  try {
    const resolution = parseDuration(text);
    if (resolution >= LEAST_RESOLUTION && resolution <= MAX_OUTAGE) return resolution;
    throw new CommandLineError(`--resolution ${text} is not between 1 h and 365 d`, SWEEP);
  } catch (error) {
    if (!(error instanceof DurationError)) throw error;
    throw new CommandLineError(`--resolution: ${error.message}`, SWEEP);
  }
}

function requireTarget(target: string, { links, hosts, zones, networks }: EstateParameters): void {
  const names = [links, hosts, zones, networks].flatMap((collection) => [...collection.keys()]);
  const known = [...names, MICROSOFT, INTERNET];
  if (!known.includes(target))
    throw new CommandLineError(
      `--tolerance: no link, host, zone or network is named ${target}${suggestion(target, known)}`,
      SWEEP,
    );
}

async function fill(
  { scenario, target, resolution, replications, commandLine }: Question,
  { folder, progress, interruption }: FolderWork,
): Promise<Filled<Tolerance[]>> {
  const { parameters, start, title, resolved } = scenario;
  const starts = outageStarts(start);
  const tolerances = await findTolerances(
    { parameters, target, resolution, replications, starts },
    () => interruption.breathe(),
    (done) => progress.update(done / starts.length, `outages from ${starts[done].date} on`),
  );
  progress.clear();
  const table = folder.openCsv('tolerance.csv', Object.keys(TOLERANCE_TABLE.columns));
  for (const row of toleranceRows(tolerances, start)) table.write(row);
  const version = readVersion();
  const { seed } = parameters;
  const context = {
    title,
    start,
    target,
    resolution,
    replications,
    command: asTyped(commandLine),
    version,
    seed,
  };
  folder.writeFile('tolerance.md', toleranceMarkdown(tolerances, context));
  return { provenance: { version, seed, commandLine, scenario: resolved }, result: tolerances };
}
