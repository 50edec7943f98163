import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { errorCode } from '../../recording/folder/folder-error.ts';
import { MANIFEST } from '../../recording/folder/manifest.ts';
import type { OpenRunFolder } from '../../recording/folder/run-folder.ts';
import { linesOf, parseBounded, readBounded, UnusableFile } from './bounded-file.ts';
import type { ResultsByReplication } from './campaign.ts';
import type { ReplicationResult } from './replicate.ts';
import { parseResultLine, resultLine } from './result-line.ts';
import type { ShardDescription } from './shard-description.ts';
import { checkShardDescription } from './shard-schema.ts';
import { belongsTo } from './shards.ts';

const DESCRIPTION = 'part.json';
const RESULTS = 'replications.jsonl';

/** A folder cannot be joined with others; the message is for the user. */
export class ShardError extends Error {
  override readonly name = 'ShardError';
}

/** A part as it was read. */
export interface ShardResult {
  /** The folder, as the user called it. */
  readonly folder: string;
  readonly description: ShardDescription;
  /** By design. */
  readonly results: readonly ResultsByReplication[];
  /** Lines that are not what they should be; their replications are missing. */
  readonly damage: number;
}

/** Writes into a folder of results what it takes to join it with the other parts. */
export function writeShardFiles(
  folder: OpenRunFolder,
  description: ShardDescription,
  results: readonly ResultsByReplication[],
): void {
  const lines = description.designs.flatMap(({ hash: design }, index) =>
    [...results[index]].map(([replication, result]) => `${resultLine({ design, replication, result })}\n`),
  );
  folder.writeFile(DESCRIPTION, `${JSON.stringify(description, null, 2)}\n`);
  folder.writeFile(RESULTS, lines.join(''));
}

/** More bytes of results are not read: a million replications of a small estate have some 4 GB. */
const MAX_RESULTS_BYTES = 16 * 1024 * 1024 * 1024;
const MAX_DESCRIPTION_BYTES = 256 * 1024 * 1024;

/**
 * Reads a part that {@link writeShardFiles} has written. Anybody may have made it: nothing is believed that does not have the
 * checksums of its manifest and the shape of a part.
 *
 * @param path absolute path of the folder
 * @param folder what messages call it
 * @throws ShardError when it is none, or was changed afterwards
 */
export function readShard(path: string, folder: string): ShardResult {
  try {
    const checksums = readChecksums(path);
    const description = readDescription(path, folder, checksums.get(DESCRIPTION));
    return { folder, description, ...readResults(path, folder, description, checksums.get(RESULTS)) };
  } catch (error) {
    throw shardError(folder, error);
  }
}

/** What the manifest says of the files, by their names. */
function readChecksums(path: string): ReadonlyMap<string, unknown> {
  const manifest = parseBounded(readBounded(join(path, MANIFEST), MAX_DESCRIPTION_BYTES).toString('utf8'));
  const files = isRecord(manifest) ? manifest.files : undefined;
  return new Map(isRecord(files) ? Object.entries(files) : []);
}

function readDescription(path: string, folder: string, checksum: unknown): ShardDescription {
  const bytes = readBounded(join(path, DESCRIPTION), MAX_DESCRIPTION_BYTES);
  requireChecksum(folder, DESCRIPTION, createHash('sha256').update(bytes).digest('hex'), checksum);
  const description = checkShardDescription(parseBounded(bytes.toString('utf8')));
  if (typeof description === 'string')
    throw new ShardError(`${folder}: ${DESCRIPTION} is not a part's: ${description}`);
  return description;
}

function readResults(path: string, folder: string, description: ShardDescription, checksum: unknown) {
  const { designs, shard, replications } = description;
  const results = designs.map(() => new Map<number, ReplicationResult>());
  const hash = createHash('sha256');
  let damage = 0;
  const lines = linesOf(join(path, RESULTS), MAX_RESULTS_BYTES, (bytes) => hash.update(bytes));
  for (const line of lines) {
    const kept = line === null ? null : parseResultLine(line);
    const owners = results.filter((_, index) => designs[index].hash === kept?.design);
    const isOurs = kept !== null && kept.replication < replications && belongsTo(shard, kept.replication);
    if (!isOurs || owners.length === 0) damage += 1;
    else for (const owner of owners) owner.set(kept.replication, kept.result);
  }
  requireChecksum(folder, RESULTS, hash.digest('hex'), checksum);
  return { results, damage };
}

function requireChecksum(folder: string, file: string, actual: string, expected: unknown): void {
  if (actual !== expected)
    throw new ShardError(`${folder}: ${file} is not as vasim wrote it; run this part again`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shardError(folder: string, error: unknown): unknown {
  if (error instanceof SyntaxError) return new ShardError(`${folder}: ${error.message}`);
  if (error instanceof UnusableFile) return new ShardError(`${folder}: one of its files ${error.message}`);
  const code = errorCode(error);
  if (code === undefined) return error;
  const missing = ['ENOENT', 'ENOTDIR'].includes(code);
  return new ShardError(
    missing
      ? `${folder} is not a part of a comparison (a folder that \`--shard\` made)`
      : `${folder} cannot be read: ${(error as Error).message}`,
  );
}
