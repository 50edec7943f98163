import { writePart } from '../experiments/replications/part-folder.ts';
import type { Shard } from '../experiments/replications/shards.ts';
import type { OpenRunFolder } from '../recording/run-folder.ts';
import type { SweepContent } from './sweep-tables.ts';

/** What makes a folder one part of several. */
export interface SweepPart {
  readonly content: SweepContent;
  readonly shard: Shard;
  /** Of every point, in all parts together. */
  readonly replications: number;
  /** What the folder of the whole is called. */
  readonly name: string;
  /** Marks the results of each point. */
  readonly hashes: readonly string[];
}

/** Writes into a folder of results what it takes to join it with the other parts of the sweep. */
export function writeSweepPart(folder: OpenRunFolder, part: SweepPart): void {
  const { content, shard, replications, name, hashes } = part;
  const { version, seed, commandLine, withChart, question, designs, results } = content;
  const described = designs.map(({ name: design, title, start, resolved }, index) => ({
    name: design,
    title,
    start,
    hash: hashes[index],
    resolved,
  }));
  const common = { version, seed, replications, name, commandLine, charts: withChart };
  writePart(folder, { shard, ...common, designs: described, grid: question }, results);
}
