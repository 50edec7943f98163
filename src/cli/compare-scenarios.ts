import { dirname, join, relative, resolve } from 'node:path';
import type { Comparison } from '../experiments/comparison/compare.ts';
import type { Design } from '../experiments/replications/design.ts';
import { writePart } from '../experiments/replications/part-folder.ts';
import { hashOfProgramCode } from '../experiments/replications/program-code.ts';
import type { Shard } from '../experiments/replications/shards.ts';
import type { CompareArguments } from './commands/compare-options.ts';
import { type CampaignOutcome, requireFigure, runCampaign } from './compare-campaign.ts';
import { drawComparison } from './compare-charts.ts';
import { recordedComparison } from './compare-command-line.ts';
import { type Filled, type FolderWork, fillFolder } from './compare-folder.ts';
import { loadDesigns } from './compare-load.ts';
import { comparisonName, scenarioNames } from './compare-names.ts';
import { type ComparePlan, readPlan } from './compare-plan.ts';
import { tellComparison } from './compare-report.ts';
import { type ComparisonContent, provenanceOf, writeComparison, writeTables } from './compare-tables.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Messages } from './messages.ts';
import type { Outside } from './outside.ts';
import { readVersion } from './version.ts';

/** The folder, beside the results, that keeps finished replications. */
const KEPT = '.vasim-replications';

/** A comparison that is under way. */
interface Work {
  readonly args: CompareArguments;
  readonly plan: ComparePlan;
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
  const place = resolve(outside.currentFolder, args.out ?? `out/${name}${ending(plan.shard)}`);
  const work = { args, plan, designs, name, place };
  const comparison = await fillFolder(place, outside, args.quiet, (folder) =>
    fill(work, outside, messages, folder),
  );
  const shown = relative(outside.currentFolder, place);
  if (comparison !== null) tellComparison(comparison, shown, args, outside, messages);
  else messages.say(`This part is in ${shown}; \`vasim merge\` joins it with the others`);
  return EXIT.done;
}

function ending(shard: Shard | null): string {
  return shard === null ? '' : `.part-${shard.index}-of-${shard.count}`;
}

/** @returns what the designs say of one another; of a part, null: it cannot judge */
async function fill(
  work: Work,
  outside: Outside,
  messages: Messages,
  folderWork: FolderWork,
): Promise<Filled<Comparison | null>> {
  const { args, plan, designs, place } = work;
  const version = readVersion();
  const program = { version, code: hashOfProgramCode() };
  const keptIn = join(dirname(place), KEPT);
  const outcome = await runCampaign(
    { designs, plan, program, keptIn, fresh: args.fresh === true },
    outside,
    messages,
    folderWork,
  );
  const content: ComparisonContent = {
    designs,
    results: outcome.results,
    version,
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
  writePartOf(work, plan.shard, content, outcome, folderWork);
  return { provenance, result: null };
}

function writePartOf(
  { args, plan, designs, name }: Work,
  shard: Shard,
  { version, seed, commandLine }: ComparisonContent,
  { results, hashes }: CampaignOutcome,
  { folder }: FolderWork,
): void {
  const described = designs.map(({ name: design, title, start, resolved }, index) => ({
    name: design,
    title,
    start,
    hash: hashes[index],
    resolved,
  }));
  writePart(
    folder,
    {
      shard,
      version,
      seed,
      replications: plan.replications,
      name,
      commandLine,
      charts: !args['no-charts'],
      designs: described,
    },
    results,
  );
}
