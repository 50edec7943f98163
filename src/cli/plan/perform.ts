import { Design } from '../../advice/design/design.ts';
import { makePlan, type Plan } from '../../advice/plan/plan.ts';
import { planAsJson, planAsMarkdown, planForTerminal } from '../../advice/plan/plan-text.ts';
import { WORKSHEETS, type WorksheetName, worksheet } from '../../advice/plan/worksheets.ts';
import { weighedWarnings } from '../../advice/warnings/weighed.ts';
import type { OpenRunFolder } from '../../recording/folder/run-folder.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { flatDiagnostic } from '../../text/diagnostics.ts';
import { escapeInvisible } from '../../text/visible-text.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { chooseDesign } from '../shared/input/choose-design.ts';
import { loadOrReport, nameOf } from '../shared/input/load-scenario.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { recordedCommand } from '../shared/results/recorded-command.ts';
import { makeResultsFolder } from '../shared/results/results-folder.ts';
import { readVersion } from '../shared/version.ts';
import { refuseWithoutImprove } from './improve-options.ts';
import { PLAN_OPTIONS, type PlanArguments } from './options.ts';

/**
 * Performs `vasim plan`: fills in the worksheets of a design, shows them and leaves them in a folder.
 *
 * @throws CommandLineError, RunFolderError, Interrupted
 */
export async function planScenario(args: PlanArguments, host: ProcessHost): Promise<ExitCode> {
  const messages = new Messages(host, args);
  if (args.improve !== true) refuseWithoutImprove(args);
  const loaded = await loadOrReport(args.FILE, args, host, messages);
  if (loaded === null) return EXIT.wrongScenario;
  if (args.improve === true) {
    const { improveScenario } = await import('./improve-scenario.ts');
    return improveScenario(loaded, args, host, messages);
  }
  const scenario = chooseDesign(loaded, args.design);
  const plan = planOf(scenario);
  const suffix = args.design === undefined ? '' : `-${args.design}`;
  const { shownPlace } = await makeResultsFolder(
    { name: `plan-${nameOf(args.FILE)}${suffix}`, args },
    host,
    async ({ folder }) => {
      fill(folder, plan);
      return {
        result: plan,
        provenance: {
          version: readVersion(),
          seed: scenario.seed,
          commandLine: recordedCommand('plan', [args.FILE], PLAN_OPTIONS, args),
          scenario: scenario.resolved,
        },
      };
    },
  );
  if (args.json) host.stdout.write(json(plan));
  else if (!args.quiet) host.stdout.write(`${escapeInvisible(planForTerminal(plan).join('\n'))}\n`);
  messages.info(`The plan and its worksheets are in ${shownPlace}`);
  return args.strict && plan.warnings.length > 0 ? EXIT.expectationFailed : EXIT.done;
}

function planOf(scenario: Scenario): Plan {
  const { shown } = weighedWarnings(scenario);
  return makePlan(scenario.title, new Design(scenario.parameters), shown.map(flatDiagnostic));
}

function fill(folder: OpenRunFolder, plan: Plan): void {
  folder.writeFile('plan.md', planAsMarkdown(plan));
  folder.writeFile('plan.json', json(plan));
  for (const name of Object.keys(WORKSHEETS) as WorksheetName[]) {
    const { columns, rows } = worksheet(name, plan);
    const file = folder.openCsv(name, columns);
    for (const row of rows) file.write(row);
  }
}

function json(plan: Plan): string {
  return `${JSON.stringify(planAsJson(plan), null, 2)}\n`;
}
