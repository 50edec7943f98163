import { resolve } from 'node:path';
import { type Joined, mergeShards } from '../../experiments/replications/merge-shards.ts';
import { readShard, ShardError, type ShardResult } from '../../experiments/replications/shard-folder.ts';
import { inRanges } from '../../experiments/replications/shards.ts';
import { holds, realPath } from '../../recording/folder/run-folder-place.ts';
import { COMPARISON } from '../shared/campaign/comparison.ts';
import { type CampaignContent, provenanceOf } from '../shared/campaign/content.ts';
import type { CampaignKind } from '../shared/campaign/kind.ts';
import { reportFindings } from '../shared/campaign/report.ts';
import { sweepOf } from '../shared/campaign/sweep.ts';
import { CommandLineError, UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { questionName } from '../shared/results/question-name.ts';
import { makeResultsFolder, placeOfResults } from '../shared/results/results-folder.ts';
import type { MergeArguments } from './options.ts';

/**
 * Performs `vasim merge`: joins shards into the folder of the whole and shows what it says.
 *
 * @throws CommandLineError when they do not belong together or some are missing; RunFolderError, Interrupted
 */
export async function mergeFolders(args: MergeArguments, host: ProcessHost): Promise<ExitCode> {
  const messages = new Messages(host, args);
  const joined = join(args, host, messages);
  requireEnough(joined, args, messages);
  const { name: usual, commandLine } = joined.common;
  const name = questionName(resolve(host.currentFolder, 'out'), usual, commandLine);
  requireOutside(placeOfResults({ name, args }, host.currentFolder), args, host);
  const { grid } = joined.common;
  if (grid === undefined) await make(COMPARISON, joined, name, args, host, messages);
  else await make(sweepOf(grid), joined, name, args, host, messages);
  return EXIT.done;
}

function join(args: MergeArguments, host: ProcessHost, messages: Messages): Joined {
  const parts = args.DIR.flatMap((folder) => partIn(folder, host, messages) ?? []);
  if (parts.length === 0) throw new CommandLineError('none of the folders can be merged');
  for (const { folder, damage } of parts)
    if (damage > 0) messages.error(`${folder}: ${damage} results are damaged and left out`);
  try {
    return mergeShards(parts);
  } catch (error) {
    throw error instanceof ShardError ? new CommandLineError(error.message) : error;
  }
}

/** The part in a folder; one that cannot be believed is named and left out. */
function partIn(folder: string, host: ProcessHost, messages: Messages): ShardResult | null {
  try {
    return readShard(resolve(host.currentFolder, folder), folder);
  } catch (error) {
    if (!(error instanceof ShardError)) throw error;
    messages.error(`${error.message}; it is left out`);
    return null;
  }
}

/** @throws UsageError when the result would take the place of a part, hold one or be put into one */
function requireOutside(place: string, { DIR }: MergeArguments, { currentFolder }: ProcessHost): void {
  const real = realPath(place);
  for (const folder of DIR) {
    const part = realPath(resolve(currentFolder, folder));
    if (holds(real, part) || holds(part, real))
      throw new UsageError(
        `--out: ${place} is, holds or is in ${folder}, which is merged; name another place`,
      );
  }
}

function requireEnough(joined: Joined, { partial }: MergeArguments, messages: Messages): void {
  const { missing, common } = joined;
  if (missing.length === 0) return;
  const description = describeMissing(joined);
  if (!partial) throw new CommandLineError(`${description}; --partial merges what exists`);
  if (missing.length === common.replications)
    throw new CommandLineError('no replication exists of every design');
  messages.error(description);
}

function describeMissing({ missing, missingShards, common }: Joined): string {
  const head = `${missing.length} of ${common.replications} replications are missing: ${inRanges(missing)}`;
  if (missingShards.length === 0) return head;
  return `${head} (${missingShards.map(({ index, count }) => `--shard ${index}/${count}`).join(', ')})`;
}

async function make<Findings>(
  kind: CampaignKind<Findings>,
  joined: Joined,
  name: string,
  args: MergeArguments,
  host: ProcessHost,
  messages: Messages,
): Promise<void> {
  const { common, results } = joined;
  const { designs, version, seed } = common;
  const missing = joined.missing.length === 0 ? [] : [describeMissing(joined)];
  const charts = common.charts && !args['no-charts'];
  const commandLine = common.charts && !charts ? [...common.commandLine, '--no-charts'] : common.commandLine;
  const evaluation = { ...common.evaluation, judged: common.grid === undefined };
  const content: CampaignContent = {
    designs,
    results,
    version,
    seed,
    commandLine,
    charts,
    report: !commandLine.includes('--no-report'),
    evaluation,
    missing,
  };
  const made = await makeResultsFolder({ name, args }, host, async (work) => ({
    provenance: provenanceOf(content),
    result: await kind.write(content, work, messages),
  }));
  reportFindings(kind, made, args, host, messages);
}
