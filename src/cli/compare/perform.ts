import { checkMargins } from '../../experiments/loading/margin-figures.ts';
import { COMPARISON } from '../shared/campaign/comparison.ts';
import { performCampaign } from '../shared/campaign/perform-campaign.ts';
import { type CampaignPlan, readPlan } from '../shared/campaign/plan.ts';
import { requireFigure } from '../shared/campaign/require-figure.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { reportDiagnostics } from '../shared/input/load-scenario.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { recordedCommand } from '../shared/results/recorded-command.ts';
import { countWarnings } from '../shared/warnings.ts';
import { loadDesigns } from './designs.ts';
import { readEvaluation } from './evaluation.ts';
import { comparisonName, scenarioNames } from './names.ts';
import { COMPARE_OPTIONS, type CompareArguments } from './options.ts';

/**
 * Performs `vasim compare`: runs the designs, makes the folder of results and shows how they differ.
 *
 * @throws CommandLineError, RunFolderError, Interrupted; Error when a replication fails twice
 */
export async function compareScenarios(args: CompareArguments, host: ProcessHost): Promise<ExitCode> {
  const plan = readPlan(args);
  const messages = new Messages(host, args);
  const loaded = await loadDesigns(args, host, messages);
  if (loaded === null) return EXIT.wrongScenario;
  const { designs, scenarios } = loaded;
  const wrong = checkMargins(scenarios.map((scenario, index) => ({ name: designs[index].name, scenario })));
  reportDiagnostics(wrong, messages);
  if (wrong.length > 0) return EXIT.wrongScenario;
  if (plan.goal !== null) requireFigure('--precision-figure', plan.goal.figure, designs);
  const name = comparisonName(scenarioNames(args.FILE, host.currentFolder));
  const commandLine = recordedCommand('compare', args.FILE, COMPARE_OPTIONS, { ...args, ...asRun(plan) });
  const evaluation = readEvaluation(args, designs);
  const request = { kind: COMPARISON, designs, plan, name, commandLine, evaluation, args };
  await performCampaign(request, host, messages);
  countWarnings(scenarios, messages);
  return EXIT.done;
}

/** The options that say how much was run, defaults included. */
function asRun({ replications, goal }: CampaignPlan): Partial<CompareArguments> {
  if (goal === null) return { replications: String(replications) };
  return {
    replications: String(replications),
    precision: `${goal.percentage}%`,
    'precision-figure': goal.figure,
    'max-replications': String(goal.mostReplications),
  };
}
