import type { PartGrid } from '../../experiments/replications/part.ts';
import { writePart } from '../../experiments/replications/part-folder.ts';
import type { Shard } from '../../experiments/replications/shards.ts';
import type { OpenRunFolder } from '../../recording/folder/run-folder.ts';
import type { ComparisonContent } from './tables.ts';

/** What makes a folder one part of several. */
export interface CampaignPart {
  readonly content: ComparisonContent;
  readonly shard: Shard;
  /** Of every design, in all parts together. */
  readonly replications: number;
  /** What the folder of the whole is called. */
  readonly name: string;
  /** Marks the results of each design. */
  readonly hashes: readonly string[];
  /** Whether the whole has charts. */
  readonly charts: boolean;
  /** Only of a sweep. */
  readonly grid?: PartGrid;
}

/** Writes into a folder of results what it takes to join it with the other parts. */
export function writeCampaignPart(folder: OpenRunFolder, part: CampaignPart): void {
  const { content, shard, replications, name, hashes, charts, grid } = part;
  const { version, seed, commandLine, designs, results } = content;
  const described = designs.map(({ name: design, title, start, resolved }, index) => ({
    name: design,
    title,
    start,
    hash: hashes[index],
    resolved,
  }));
  const common = { version, seed, replications, name, commandLine, charts };
  writePart(folder, { shard, ...common, designs: described, grid }, results);
}

/** What a part's folder is called besides the name of the whole. */
export function partEnding(shard: Shard | null): string {
  return shard === null ? '' : `.part-${shard.index}-of-${shard.count}`;
}

/** What the user is told of a part. */
export function partWords(place: string): string {
  return `This part is in ${place}; \`vasim merge\` joins it with the others`;
}
