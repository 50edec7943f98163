import type { ResultsByReplication } from './campaign.ts';
import type { ReplicationResult } from './replicate.ts';
import { type ShardCommon, shardDifference } from './shard-description.ts';
import { ShardError, type ShardResult } from './shard-folder.ts';
import { belongsTo, replicationsOf, type Shard } from './shards.ts';

/** Parts that were joined. */
export interface Joined {
  readonly common: ShardCommon;
  /** By design, in ascending order of replications: those that are there of every design. */
  readonly results: readonly ResultsByReplication[];
  /** Numbers of replications that are not there, or not of every design. */
  readonly missing: readonly number[];
  /** Shards to run for what is missing; empty when the parts were not all cut alike. */
  readonly missingShards: readonly Shard[];
}

/**
 * Joins the parts of a comparison. A replication may be in several of them as long as it is the same in all.
 *
 * @param parts one or more, in any order
 * @throws ShardError when one does not belong to the others, or contradicts them
 */
export function mergeShards(parts: readonly ShardResult[]): Joined {
  const [first] = parts;
  const common = commonOf(first);
  for (const part of parts) {
    const difference = shardDifference(common, commonOf(part));
    if (difference !== null)
      throw new ShardError(`${part.folder} does not belong to ${first.folder}: ${difference}`);
  }
  const all = common.designs.map((design, index) => resultsOf(parts, index, design.name));
  const replications = replicationsOf(common.replications, null);
  const isThere = (replication: number) => all.every((results) => results.has(replication));
  const missing = replications.filter((replication) => !isThere(replication));
  const present = replications.filter(isThere);
  const results = all.map((found) => new Map(present.map((number) => [number, found.get(number)!])));
  return { common, results, missing, missingShards: shardsOf(missing, parts) };
}

function commonOf({ description }: ShardResult): ShardCommon {
  const { shard: _, ...common } = description;
  return common;
}

/** Every part's results of one design. */
function resultsOf(parts: readonly ShardResult[], design: number, name: string): ResultsByReplication {
  const found = new Map<number, { result: ReplicationResult; folder: string }>();
  for (const { results, folder } of parts) {
    for (const [replication, result] of results[design]) {
      const earlier = found.get(replication);
      if (earlier !== undefined && JSON.stringify(earlier.result) !== JSON.stringify(result))
        throw new ShardError(
          `${earlier.folder} and ${folder} contradict each other in replication ${replication} of ${name}`,
        );
      found.set(replication, { result, folder });
    }
  }
  return new Map([...found].map(([replication, { result }]) => [replication, result]));
}

function shardsOf(missing: readonly number[], parts: readonly ShardResult[]): Shard[] {
  const { count } = parts[0].description.shard;
  if (parts.some(({ description }) => description.shard.count !== count)) return [];
  const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
  return shards.filter((shard) => missing.some((replication) => belongsTo(shard, replication)));
}
