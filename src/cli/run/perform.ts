import { runSummary } from '../../advice/run-summary/run-summary.ts';
import { runNeeds } from '../../experiments/needs/run-needs.ts';
import { withWrittenContacts } from '../../experiments/needs/written-needs.ts';
import { observedSimulation } from '../../model/observed-simulation.ts';
import type { OpenRunFolder } from '../../recording/folder/run-folder.ts';
import type { RunOutcome } from '../../recording/run-outcome.ts';
import { type LogChoice, RunRecorder } from '../../recording/run-recorder.ts';
import { summaryText } from '../../recording/summary-document.ts';
import { columnsOf, type TableName } from '../../recording/tables/columns.ts';
import { csvFormat, excelFormat } from '../../recording/tables/row-format.ts';
import type { Table } from '../../recording/tables/tables.ts';
import { eventXmlFormat } from '../../recording/windows-logs/event-xml.ts';
import { ALL_GROUPS } from '../../recording/windows-logs/windows-logs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Diagnostic } from '../../text/diagnostics.ts';
import { suggestion } from '../../text/nearest.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { chooseDesign } from '../shared/input/choose-design.ts';
import { loadNamed, nameOf, reportDiagnostics } from '../shared/input/load-scenario.ts';
import { announceNeeds } from '../shared/memory/announce-needs.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { recordedCommand } from '../shared/results/recorded-command.ts';
import { makeResultsFolder, placeOfResults, type ResultsWork } from '../shared/results/results-folder.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { readVersion } from '../shared/version.ts';
import { countWarnings } from '../shared/warnings.ts';
import { drawCharts } from './charts.ts';
import { RUN_OPTIONS, type RunArguments } from './options.ts';
import { writeReport } from './page.ts';
import { reportOutcome } from './report.ts';
import { simulate } from './simulate.ts';

/** Bytes of a run whose parts are made, and milliseconds of one whose results are worked out, too long without a pause. */
const LARGE_RUN = 100_000_000;
const LONG_RUN = 10_000;

/**
 * Performs `vasim run`: loads the scenario, simulates it, makes the folder of results, and shows what happened.
 *
 * @throws CommandLineError, RunFolderError, Interrupted
 */
export async function runScenario(args: RunArguments, host: ProcessHost): Promise<ExitCode> {
  const messages = new Messages(host, args);
  const loaded = await loadNamed(args.FILE, args, host);
  if (!loaded.ok) {
    refuseOption('--until', loaded.diagnostics);
    reportDiagnostics(loaded.diagnostics, messages);
    return EXIT.wrongScenario;
  }
  const scenario = chooseDesign(loaded, args.design);
  const { parameters } = scenario;
  const needs = withWrittenContacts(runNeeds(parameters, true), parameters, {
    events: args.events === 'all',
    windowsLogs: args['windows-logs'],
  });
  if (needs.bytes > LARGE_RUN || needs.milliseconds > LONG_RUN) requireThread(host);
  requireGroup(scenario, args['windows-logs']);
  const request = { name: resultsName(args), args };
  announceNeeds('the run', needs, host, messages, placeOfResults(request, host.currentFolder));
  const provenance = {
    version: readVersion(),
    seed: scenario.seed,
    commandLine: recordedCommand('run', [args.FILE], RUN_OPTIONS, args),
    scenario: scenario.resolved,
  };
  const { result, shownPlace } = await makeResultsFolder(request, host, async (work) => {
    const outcome = await fill(work, scenario, args, messages);
    if (!args['no-report'])
      await writeReport({
        ...work,
        scenario,
        outcome,
        events: args.events,
        excel: args.excel === true,
        provenance,
      });
    return { result: outcome, provenance };
  });
  reportOutcome(result, shownPlace, messages);
  countWarnings([scenario], messages);
  if (args.json) host.stdout.write(summaryText(scenario, result));
  return result.failedExpectations.length === 0 ? EXIT.done : EXIT.expectationFailed;
}

/** What the results are called after: the file, and the design where one was chosen. */
function resultsName({ FILE, design }: RunArguments): string {
  return design === undefined ? nameOf(FILE) : `${nameOf(FILE)}-${design}`;
}

/** @throws UsageError when the scenario has no such group */
function requireGroup({ parameters }: Scenario, name: string | undefined): void {
  if (name === undefined || name === ALL_GROUPS || parameters.groups.has(name)) return;
  const hint = suggestion(name, [ALL_GROUPS, ...parameters.groups.keys()]);
  throw new UsageError(`--windows-logs: no machine group is named ${name}${hint}`);
}

/**
 * Blames an option, not the scenario, where only the option's value is wrong.
 *
 * @throws UsageError in that case
 */
function refuseOption(option: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.some(({ place }) => place?.file !== option)) return;
  const texts = diagnostics.map(({ message, help }) =>
    help === undefined ? message : `${message}; ${help}`,
  );
  throw new UsageError(`${option}: ${texts.join('; ')}`);
}

/** Simulates and writes everything but the manifest. */
async function fill(
  work: ResultsWork,
  scenario: Scenario,
  args: RunArguments,
  messages: Messages,
): Promise<RunOutcome> {
  const { folder, progress, interruption, clock } = work;
  const { parameters, start } = scenario;
  const format = args.excel ? excelFormat : csvFormat;
  const open = (name: TableName) => folder.openTable(name, columnsOf(name), format(columnsOf(name)));
  const choices = { scenario, events: args.events, open, logs: logsOf(args, folder) };
  const { simulation, observer: recorder } = observedSimulation(
    parameters,
    (unobserved) => new RunRecorder(unobserved, choices),
  );
  await simulate(simulation, start, progress, interruption, clock);
  progress.restart();
  for (const written of recorder.recordMachines()) {
    progress.update(written / simulation.estate.machines.count, 'writing machines.csv');
    await interruption.checkpoint();
  }
  const outcome = recorder.finish();
  folder.writeFile('summary.json', summaryText(scenario, outcome));
  folder.writeFile('summary.md', runSummary(scenario, outcome));
  if (!args['no-charts'])
    await drawCharts({
      ...work,
      series: outcome.charted,
      rules: parameters.rules,
      choice: args.charts,
      messages,
    });
  return outcome;
}

function logsOf(args: RunArguments, folder: OpenRunFolder): LogChoice | null {
  const group = args['windows-logs'];
  if (group === undefined) return null;
  return {
    group,
    open: (name, columns, kind) => openLog(folder, `windows-logs/${name}`, columns, kind === 'log'),
  };
}

/** Opens a log, which is written as CSV and as Event Viewer's XML, or a list, which is CSV alone. */
function openLog(folder: OpenRunFolder, name: string, columns: readonly string[], isLog: boolean): Table {
  const csv = folder.openCsv(`${name}.csv`, columns);
  if (!isLog) return csv;
  const xml = folder.openTable(`${name}.xml`, columns, eventXmlFormat());
  return {
    write(row) {
      csv.write(row);
      xml.write(row);
    },
  };
}
