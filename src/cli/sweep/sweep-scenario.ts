import { relative, resolve } from 'node:path';
import type { Design } from '../../experiments/replications/design.ts';
import { figureNames } from '../../experiments/replications/figure-names.ts';
import type { SweepFindings } from '../../experiments/sweeps/findings.ts';
import { suggestion } from '../../text/nearest.ts';
import { type Filled, type FolderWork, fillFolder } from '../campaign/fill-folder.ts';
import { partEnding, partWords, writeCampaignPart } from '../campaign/part.ts';
import type { CampaignPlan } from '../campaign/plan.ts';
import { provenanceOf, writeTables } from '../campaign/tables.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { SweepArguments } from '../commands/sweep-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Messages } from '../messages.ts';
import { nameOf } from '../named-scenario.ts';
import type { Outside } from '../outside.ts';
import { readVersion } from '../version.ts';
import { runSweep } from './campaign.ts';
import { designsOf, loadPoints } from './load.ts';
import { type AskedGrid, readGrid, readSweepPlan, refuseIdleOptions, SWEEP } from './question.ts';
import { recordedSweep } from './recorded-words.ts';
import { tellSweep } from './report.ts';
import { type SweepContent, writeSweep } from './tables.ts';

/** A sweep that is under way. */
interface Work {
  readonly args: SweepArguments;
  readonly grid: AskedGrid;
  readonly plan: CampaignPlan;
  readonly designs: readonly Design[];
  /** What the folder of the whole is called. */
  readonly name: string;
  readonly place: string;
}

/**
 * Does what `vasim sweep` says.
 *
 * @throws CommandLineError, RunFolderError, Interrupted; Error when a replication fails twice
 */
export async function sweepScenario(args: SweepArguments, outside: Outside): Promise<ExitCode> {
  refuseIdleOptions(args);
  if (args.tolerance !== undefined) {
    const { findTolerance } = await import('./tolerance.ts');
    return findTolerance({ ...args, tolerance: args.tolerance }, outside);
  }
  const grid = readGrid(args);
  const plan = readSweepPlan(args);
  const messages = new Messages(outside, args);
  const loaded = await loadPoints(args, grid.points, outside, messages);
  if (loaded === null) return EXIT.wrongScenario;
  const designs = designsOf(loaded);
  requireFigure(grid.question.figure, designs[0]);
  const name = `sweep-${nameOf(args.FILE)}`;
  const place = resolve(outside.currentFolder, args.out ?? `out/${name}${partEnding(plan.shard)}`);
  const work = { args, grid, plan, designs, name, place };
  const findings = await fillFolder(place, outside, args.quiet, (folderWork) =>
    fill(work, outside, messages, folderWork),
  );
  const shown = relative(outside.currentFolder, place);
  if (findings !== null) tellSweep(findings, shown, args, outside, messages);
  else messages.say(partWords(shown));
  return EXIT.done;
}

function requireFigure(figure: string, { parameters }: Design): void {
  const figures = figureNames(parameters);
  if (!figures.includes(figure))
    throw new CommandLineError(`--figure: there is no figure ${figure}${suggestion(figure, figures)}`, SWEEP);
}

/** @returns what the points say; of a part, null: it cannot judge */
async function fill(
  work: Work,
  outside: Outside,
  messages: Messages,
  folderWork: FolderWork,
): Promise<Filled<SweepFindings | null>> {
  const { args, grid, plan, designs, place, name } = work;
  const { folder } = folderWork;
  const outcome = await runSweep(
    { designs, plan, place, fresh: args.fresh === true },
    outside,
    messages,
    folderWork,
  );
  const content: SweepContent = {
    question: grid.question,
    designs,
    results: outcome.results,
    version: readVersion(),
    seed: designs[0].parameters.seed,
    commandLine: recordedSweep(args, plan.replications),
    withChart: !args['no-charts'],
  };
  const provenance = provenanceOf(content);
  if (plan.shard === null) return { provenance, result: await writeSweep(folderWork, content, messages) };
  writeTables(folder, content);
  writeCampaignPart(folder, {
    content,
    shard: plan.shard,
    replications: plan.replications,
    name,
    hashes: outcome.hashes,
    charts: content.withChart,
    grid: content.question,
  });
  return { provenance, result: null };
}
