/** One of several parts in which the replications of a comparison are run, each anywhere. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** Whether a replication belongs to a shard: they are dealt out in turn, so that all shards have as much to do. */
export function belongsTo({ index, count }: Shard, replication: number): boolean {
  return replication % count === index - 1;
}

/** The numbers of the replications to run, in ascending order. */
export function replicationsOf(total: number, shard: Shard | null): number[] {
  const all = Array.from({ length: total }, (_, replication) => replication);
  return shard === null ? all : all.filter((replication) => belongsTo(shard, replication));
}

/** Numbers in short, for messages: `0-3, 7, 9-12`. */
export function inRanges(ascending: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of ascending) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
