import { performCampaign } from '../shared/campaign/perform-campaign.ts';
import { requireFigure } from '../shared/campaign/require-figure.ts';
import { sweepOf } from '../shared/campaign/sweep.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { nameOf } from '../shared/input/load-scenario.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { recordedCommand } from '../shared/results/recorded-command.ts';
import { SWEEP_OPTIONS, type SweepArguments } from './options.ts';
import { designsOf, loadPoints } from './points.ts';
import { readGrid, readSweepPlan, refuseIdleOptions } from './question.ts';

/**
 * Performs `vasim sweep`.
 *
 * @throws CommandLineError, RunFolderError, Interrupted; Error when a replication fails twice
 */
export async function sweepScenario(args: SweepArguments, host: ProcessHost): Promise<ExitCode> {
  refuseIdleOptions(args);
  if (args.tolerance !== undefined) {
    const { findTolerance } = await import('./tolerance.ts');
    return findTolerance({ ...args, tolerance: args.tolerance }, host);
  }
  const { question, points } = readGrid(args);
  const plan = readSweepPlan(args);
  const messages = new Messages(host, args);
  const loaded = await loadPoints(args, points, host, messages);
  if (loaded === null) return EXIT.wrongScenario;
  const designs = designsOf(loaded);
  requireFigure('--figure', question.figure, designs);
  const replications = String(plan.replications);
  const commandLine = recordedCommand('sweep', [args.FILE], SWEEP_OPTIONS, { ...args, replications });
  const name = `sweep-${nameOf(args.FILE)}`;
  const figures = args['all-figures'] ? ('all' as const) : ('estate' as const);
  const evaluation = { judged: false, primary: question.figure, figures };
  const request = { kind: sweepOf(question), designs, plan, name, commandLine, evaluation, args };
  await performCampaign(request, host, messages);
  return EXIT.done;
}
