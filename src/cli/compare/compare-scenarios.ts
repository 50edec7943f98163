import { relative, resolve } from 'node:path';
import type { Comparison } from '../../experiments/comparison/compare.ts';
import type { Design } from '../../experiments/replications/design.ts';
import { type Filled, type FolderWork, fillFolder } from '../campaign/fill-folder.ts';
import { partEnding, partWords, writeCampaignPart } from '../campaign/part.ts';
import { type CampaignPlan, readPlan } from '../campaign/plan.ts';
import { type ComparisonContent, provenanceOf, writeComparison, writeTables } from '../campaign/tables.ts';
import type { CompareArguments } from '../commands/compare-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { Messages } from '../messages.ts';
import type { Outside } from '../outside.ts';
import { readVersion } from '../version.ts';
import { requireFigure, runCampaign } from './campaign.ts';
import { drawComparison } from './charts.ts';
import { loadDesigns } from './load.ts';
import { comparisonName, scenarioNames } from './names.ts';
import { recordedComparison } from './recorded-words.ts';
import { tellComparison } from './report.ts';

/** A comparison that is under way. */
interface Work {
  readonly args: CompareArguments;
  readonly plan: CampaignPlan;
  readonly designs: readonly Design[];
  /** What the folder of the whole is called. */
  readonly name: string;
  readonly place: string;
}

/**
 * Does what `vasim compare` says: runs the designs, writes the folder of results and tells how they differ.
 *
 * @throws CommandLineError, RunFolderError, Interrupted; Error when a replication fails twice
 */
export async function compareScenarios(args: CompareArguments, outside: Outside): Promise<ExitCode> {
  const plan = readPlan(args, 'vasim compare');
  const messages = new Messages(outside, args);
  const designs = await loadDesigns(args, outside, messages);
  if (designs === null) return EXIT.wrongScenario;
  if (plan.goal !== null) requireFigure(plan.goal.figure, designs);
  const name = comparisonName(scenarioNames(args.FILE, outside.currentFolder));
  const place = resolve(outside.currentFolder, args.out ?? `out/${name}${partEnding(plan.shard)}`);
  const work = { args, plan, designs, name, place };
  const comparison = await fillFolder(place, outside, args.quiet, (folder) =>
    fill(work, outside, messages, folder),
  );
  const shown = relative(outside.currentFolder, place);
  if (comparison !== null) tellComparison(comparison, shown, args, outside, messages);
  else messages.say(partWords(shown));
  return EXIT.done;
}

/** @returns what the designs say of one another; of a part, null: it cannot judge */
async function fill(
  work: Work,
  outside: Outside,
  messages: Messages,
  folderWork: FolderWork,
): Promise<Filled<Comparison | null>> {
  const { args, plan, designs, name, place } = work;
  const outcome = await runCampaign(
    { designs, plan, place, fresh: args.fresh === true },
    outside,
    messages,
    folderWork,
  );
  const content: ComparisonContent = {
    designs,
    results: outcome.results,
    version: readVersion(),
    seed: designs[0].parameters.seed,
    commandLine: recordedComparison(args, plan),
  };
  const { folder } = folderWork;
  const provenance = provenanceOf(content);
  if (plan.shard === null) {
    const comparison = writeComparison(folder, content);
    if (!args['no-charts']) await drawComparison(content, comparison, folderWork, messages);
    return { provenance, result: comparison };
  }
  writeTables(folder, content);
  writeCampaignPart(folder, {
    content,
    shard: plan.shard,
    replications: plan.replications,
    name,
    hashes: outcome.hashes,
    charts: !args['no-charts'],
  });
  return { provenance, result: null };
}
