import { relative, resolve } from 'node:path';
import { Simulation } from '../../model/simulation.ts';
import { type OpenRunFolder, openRunFolder } from '../../recording/folder/run-folder.ts';
import { type LogChoice, type RunOutcome, RunRecorder } from '../../recording/run-recorder.ts';
import { columnsOf, type TableName } from '../../recording/tables/columns.ts';
import type { Loaded } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Diagnostic, formatDiagnostic } from '../../text/diagnostics.ts';
import { suggestion } from '../../text/nearest.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { RunArguments } from '../commands/run-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Interruption } from '../interruption.ts';
import { Messages } from '../messages.ts';
import { loadNamed, nameOf } from '../named-scenario.ts';
import type { Outside } from '../outside.ts';
import { parseOverrides } from '../overrides.ts';
import { Progress } from '../progress.ts';
import { readVersion } from '../version.ts';
import { drawCharts } from './charts.ts';
import { recordedCommandLine } from './recorded-words.ts';
import { tellOutcome } from './report.ts';
import { simulate } from './simulate.ts';

/** A run in the course of which the user is kept informed and can end it. */
interface Run {
  readonly args: RunArguments;
  readonly scenario: Scenario;
  readonly messages: Messages;
  readonly progress: Progress;
  readonly interruption: Interruption;
}

/**
 * Does what `vasim run` says: loads the scenario, simulates it, writes the folder of results, and tells how it
 * went.
 *
 * @throws CommandLineError, RunFolderError, Interrupted
 */
export async function runScenario(args: RunArguments, outside: Outside): Promise<ExitCode> {
  const messages = new Messages(outside, args);
  const options = { overrides: parseOverrides(args.set), seed: args.seed, until: args.until };
  const loaded = await loadNamed(args.FILE, options, outside);
  if (!loaded.ok) {
    refuseOption('--until', loaded.diagnostics);
    for (const diagnostic of loaded.diagnostics) messages.complain(formatDiagnostic(diagnostic));
    return EXIT.wrongScenario;
  }
  const scenario = chooseDesign(loaded, args.design);
  requireGroup(scenario, args['windows-logs']);
  const place = resolve(outside.currentFolder, args.out ?? `out/${resultsName(args)}`);
  const outcome = await runInto(place, scenario, args, outside, messages);
  tellOutcome(outcome, relative(outside.currentFolder, place), messages);
  if (args.json) outside.output.write(json(outcome.summary));
  return outcome.failedExpectations.length === 0 ? EXIT.done : EXIT.expectationFailed;
}

/** What the results are called after: the file, and the design where one was chosen. */
function resultsName({ FILE, design }: RunArguments): string {
  return design === undefined ? nameOf(FILE) : `${nameOf(FILE)}-${design}`;
}

/**
 * The scenario, or the variant of it that is wanted.
 *
 * @throws CommandLineError when it has no such variant
 */
function chooseDesign({ scenario, designs }: Loaded, name: string | undefined): Scenario {
  if (name === undefined) return scenario;
  const design = designs.get(name);
  if (design !== undefined) return design;
  const hint = designs.size === 0 ? '; the scenario has no designs' : suggestion(name, [...designs.keys()]);
  throw new CommandLineError(`--design: no design is named ${name}${hint}`, 'vasim run');
}

/** @throws CommandLineError when the scenario has no such group */
function requireGroup({ parameters }: Scenario, name: string | undefined): void {
  if (name === undefined || parameters.groups.has(name)) return;
  const hint = suggestion(name, [...parameters.groups.keys()]);
  throw new CommandLineError(`--windows-logs: no machine group is named ${name}${hint}`, 'vasim run');
}

/**
 * Tells apart an option whose value no scenario could have.
 *
 * @throws CommandLineError when that is all that is wrong
 */
function refuseOption(option: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.some(({ file }) => file !== option)) return;
  throw new CommandLineError(
    `${option}: ${diagnostics.map(({ message }) => message).join('; ')}`,
    'vasim run',
  );
}

/** Leaves a whole folder in its place, or nothing. */
async function runInto(
  place: string,
  scenario: Scenario,
  args: RunArguments,
  outside: Outside,
  messages: Messages,
): Promise<RunOutcome> {
  const progress = new Progress({ sink: outside.errors, clock: outside.milliseconds, quiet: args.quiet });
  const interruption = new Interruption(outside);
  try {
    const folder = openRunFolder({ place, currentFolder: outside.currentFolder, self: outside });
    interruption.onRepeat(() => folder.discard());
    try {
      const outcome = await fill(folder, { args, scenario, messages, progress, interruption });
      folder.commit({
        version: readVersion(),
        seed: scenario.seed,
        commandLine: recordedCommandLine(args),
        scenario: scenario.resolved,
      });
      return outcome;
    } finally {
      folder.discard();
    }
  } finally {
    progress.clear();
    interruption.release();
  }
}

/** Simulates and writes everything but the manifest. */
async function fill(folder: OpenRunFolder, run: Run): Promise<RunOutcome> {
  const { args, scenario, messages, progress, interruption } = run;
  const { parameters, start } = scenario;
  const open = (name: TableName) => folder.openCsv(name, columnsOf(name));
  const recorder = new RunRecorder(scenario, args.events, open, logsOf(args, folder));
  const simulation = new Simulation(parameters, recorder);
  recorder.attach(simulation);
  await simulate(simulation, start, progress, interruption);
  progress.restart();
  for (const written of recorder.recordMachines()) {
    progress.update(written / simulation.machines.count, 'writing machines.csv');
    await interruption.breathe();
  }
  const outcome = recorder.finish();
  folder.writeFile('summary.json', json(outcome.summary));
  if (!args['no-charts']) {
    const { series } = outcome;
    await drawCharts({ series, rules: parameters.rules, folder, messages, progress, interruption });
  }
  await interruption.breathe();
  return outcome;
}

function logsOf(args: RunArguments, folder: OpenRunFolder): LogChoice | null {
  const group = args['windows-logs'];
  if (group === undefined) return null;
  return { group, open: (name, columns) => folder.openCsv(`windows-logs/${name}.csv`, columns) };
}

function json(figures: object): string {
  return `${JSON.stringify(figures, null, 2)}\n`;
}
