import { writeShardFiles } from '../../../experiments/replications/shard-folder.ts';
import type { Shard } from '../../../experiments/replications/shards.ts';
import type { SweepQuestion } from '../../../experiments/sweeps/findings.ts';
import type { OpenRunFolder } from '../../../recording/folder/run-folder.ts';
import { type CampaignContent, writeTables } from './content.ts';

/** What makes a folder one shard of several. */
export interface ShardContent {
  readonly content: CampaignContent;
  readonly shard: Shard;
  /** Of every design, in all shards together. */
  readonly replications: number;
  /** The name of the folder of the whole. */
  readonly name: string;
  /** Marks the results of each design. */
  readonly hashes: readonly string[];
  /** Only of a sweep. */
  readonly grid: SweepQuestion | undefined;
}

/** Writes a shard's tables, and what it takes to merge it with the others. */
export function writeShard(
  folder: OpenRunFolder,
  { content, shard, replications, name, hashes, grid }: ShardContent,
): void {
  const { version, seed, commandLine, designs, results, charts } = content;
  const described = designs.map(({ name: design, title, start, resolved, random }, index) => ({
    name: design,
    title,
    start,
    hash: hashes[index],
    resolved,
    random,
  }));
  const { judged: _, confidence: _confidence, ...evaluation } = content.evaluation;
  const common = { version, seed, replications, name, commandLine, charts, evaluation };
  writeTables(folder, content);
  writeShardFiles(folder, { shard, ...common, designs: described, grid }, results);
}

/** What is added to the name of the whole to name a shard's folder. */
export function shardSuffix(shard: Shard | null): string {
  return shard === null ? '' : `.part-${shard.index}-of-${shard.count}`;
}
