import { relative, resolve } from 'node:path';
import { type Joined, mergeShards } from '../experiments/replications/merge-shards.ts';
import { type Part, PartError, readPart } from '../experiments/replications/part-folder.ts';
import { inRanges } from '../experiments/replications/shards.ts';
import { fillFolder } from './campaign/fill-folder.ts';
import { type ComparisonContent, provenanceOf, writeComparison } from './campaign/tables.ts';
import { CommandLineError } from './command-line-error.ts';
import type { MergeArguments } from './commands/merge-options.ts';
import { drawComparison } from './compare/charts.ts';
import { tellComparison } from './compare/report.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { Messages } from './messages.ts';
import type { Outside } from './outside.ts';
import { tellSweep } from './sweep/report.ts';
import { writeSweep } from './sweep/tables.ts';

/**
 * Does what `vasim merge` says: joins parts into the folder of the whole and tells what it says.
 *
 * @throws CommandLineError when they do not belong together or some are missing; RunFolderError, Interrupted
 */
export async function mergeParts(args: MergeArguments, outside: Outside): Promise<ExitCode> {
  const messages = new Messages(outside, args);
  const joined = await join(args, outside, messages);
  const { common, results, missing } = joined;
  if (missing.length > 0) {
    const complaint = describeMissing(joined);
    if (!args.partial)
      throw new CommandLineError(`${complaint}; --partial joins what is there`, 'vasim merge');
    if (missing.length === common.replications)
      throw new CommandLineError('no replication is there of every design', 'vasim merge');
    messages.complain(complaint);
  }
  const place = resolve(outside.currentFolder, args.out ?? `out/${common.name}`);
  const { designs, version, seed } = common;
  const charts = common.charts && !args['no-charts'];
  const commandLine = common.charts && !charts ? [...common.commandLine, '--no-charts'] : common.commandLine;
  const content: ComparisonContent = { designs, results, version, seed, commandLine };
  const shown = relative(outside.currentFolder, place);
  if (common.grid !== undefined) {
    const sweep = { ...content, question: common.grid, withChart: charts };
    const findings = await fillFolder(place, outside, args.quiet, async (work) => ({
      provenance: provenanceOf(sweep),
      result: await writeSweep(work, sweep, messages),
    }));
    tellSweep(findings, shown, args, outside, messages);
    return EXIT.done;
  }
  const comparison = await fillFolder(place, outside, args.quiet, async (work) => {
    const result = writeComparison(work.folder, content);
    if (charts) await drawComparison(content, result, work, messages);
    return { provenance: provenanceOf(content), result };
  });
  tellComparison(comparison, shown, args, outside, messages);
  return EXIT.done;
}

async function join(args: MergeArguments, outside: Outside, messages: Messages): Promise<Joined> {
  const parts: Part[] = [];
  try {
    for (const folder of args.DIR) parts.push(await readPart(resolve(outside.currentFolder, folder), folder));
    for (const { folder, damage } of parts)
      if (damage > 0) messages.complain(`${folder}: ${damage} results are damaged and left out`);
    return mergeShards(parts);
  } catch (error) {
    throw error instanceof PartError ? new CommandLineError(error.message, 'vasim merge') : error;
  }
}

function describeMissing({ missing, missingShards, common }: Joined): string {
  const head = `${missing.length} of ${common.replications} replications are missing: ${inRanges(missing)}`;
  if (missingShards.length === 0) return head;
  return `${head} (${missingShards.map(({ index, count }) => `--shard ${index}/${count}`).join(', ')})`;
}
