import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { errorCode } from '../../recording/folder/folder-error.ts';
import { MANIFEST } from '../../recording/folder/manifest.ts';
import type { OpenRunFolder } from '../../recording/folder/run-folder.ts';
import type { ResultsByReplication } from './campaign.ts';
import type { PartDescription } from './part.ts';
import type { ReplicationResult } from './replicate.ts';
import { parseResultLine, resultLine } from './result-line.ts';

const DESCRIPTION = 'part.json';
const RESULTS = 'replications.jsonl';

/** A folder cannot be joined with others; the message is for the user. */
export class PartError extends Error {
  override readonly name = 'PartError';
}

/** A part as it was read. */
export interface Part {
  /** The folder, as the user called it. */
  readonly folder: string;
  readonly description: PartDescription;
  /** By design. */
  readonly results: readonly ResultsByReplication[];
  /** Lines that are not what they should be; their replications are missing. */
  readonly damage: number;
}

/** Writes into a folder of results what it takes to join it with the other parts. */
export function writePart(
  folder: OpenRunFolder,
  description: PartDescription,
  results: readonly ResultsByReplication[],
): void {
  const lines = description.designs.flatMap(({ hash: design }, index) =>
    [...results[index]].map(([replication, result]) => `${resultLine({ design, replication, result })}\n`),
  );
  folder.writeFile(DESCRIPTION, `${JSON.stringify(description, null, 2)}\n`);
  folder.writeFile(RESULTS, lines.join(''));
}

/**
 * Reads a part that {@link writePart} has written.
 *
 * @param path absolute path of the folder
 * @param folder what messages call it
 * @throws PartError when it is none, or was changed afterwards
 */
export async function readPart(path: string, folder: string): Promise<Part> {
  const description = readDescription(path, folder);
  const results = description.designs.map(() => new Map<number, ReplicationResult>());
  let damage = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(join(path, RESULTS)) })) {
      const kept = parseResultLine(line);
      const owners = results.filter((_, index) => description.designs[index].hash === kept?.design);
      if (kept === null || owners.length === 0) damage += 1;
      else for (const owner of owners) owner.set(kept.replication, kept.result);
    }
  } catch (error) {
    throw partError(folder, error);
  }
  return { folder, description, results, damage };
}

function readDescription(path: string, folder: string): PartDescription {
  try {
    const bytes = readFileSync(join(path, DESCRIPTION));
    const manifest = JSON.parse(readFileSync(join(path, MANIFEST), 'utf8')) as Manifest;
    if (manifest.files?.[DESCRIPTION] !== createHash('sha256').update(bytes).digest('hex'))
      throw new PartError(`${folder}: ${DESCRIPTION} is not as vasim wrote it; run this part again`);
    return JSON.parse(bytes.toString()) as PartDescription;
  } catch (error) {
    throw partError(folder, error);
  }
}

interface Manifest {
  readonly files?: Readonly<Record<string, string>>;
}

function partError(folder: string, error: unknown): unknown {
  if (error instanceof SyntaxError) return new PartError(`${folder}: ${error.message}`);
  const code = errorCode(error);
  if (code === undefined) return error;
  const missing = ['ENOENT', 'ENOTDIR'].includes(code);
  return new PartError(
    missing
      ? `${folder} is not a part of a comparison (a folder that \`--shard\` made)`
      : `${folder} cannot be read: ${(error as Error).message}`,
  );
}
