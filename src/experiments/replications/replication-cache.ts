import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { errorCode, explained, onDisk } from '../../recording/folder/folder-error.ts';
import { KEPT_FOLDER } from '../../recording/folder/kept-folder.ts';
import { makeParents } from '../../recording/folder/parent-folders.ts';
import type { ProcessIdentity } from '../../recording/folder/process-identity.ts';
import { linesOf, UnusableFile } from './bounded-file.ts';
import type { ReplicationResult } from './replicate.ts';
import { parseResultLine, resultLine } from './result-line.ts';

/** What was found in a folder of kept results. */
export interface KeptFinding {
  readonly results: ReadonlyMap<number, ReplicationResult>;
  /** Lines and files that are not what they should be; their replications count as not kept. */
  readonly damage: number;
}

/** A file larger than this is none of ours. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024;

/** Lines that are read before others have their turn. */
const LINES_PER_SLICE = 200;

const FILE_NAME = /^[\w.-]+\.jsonl$/;

/**
 * The folder that keeps finished replications: it lies beside the results.
 *
 * @param place absolute path of a folder of results
 */
export function keptBeside(place: string): string {
  return join(dirname(place), KEPT_FOLDER);
}

/**
 * The finished replications of one design, in a folder named by the design's hash. A line is a result with its
 * checksum; lines are only ever appended, each in one go, so whatever ends the program leaves those before it
 * whole. Every process writes a file of its own: no two ever get in each other's way, on no file system.
 */
export class ReplicationCache {
  readonly hash: string;
  private readonly folder: string;
  private readonly self: ProcessIdentity;
  private descriptor: number | undefined;

  /**
   * @param root absolute path of the folder that keeps the results of all designs
   * @param hash the design's
   */
  constructor(root: string, hash: string, self: ProcessIdentity) {
    this.folder = join(root, hash);
    this.hash = hash;
    this.self = self;
  }

  /**
   * Reads what is kept of some replications. Nothing is believed but lines that bear their own checksum and
   * this design's hash; where two of them contradict each other, neither is.
   *
   * @param wanted says of a replication whether it is of interest
   * @throws RunFolderError when the file system refuses
   */
  async read(wanted: (replication: number) => boolean): Promise<KeptFinding> {
    const checksums = new Map<number, string>();
    const results = new Map<number, ReplicationResult>();
    const contradicted = new Set<number>();
    let damage = 0;
    let lines = 0;
    for (const name of filesIn(this.folder)) {
      const path = join(this.folder, name);
      if (!FILE_NAME.test(name)) {
        damage += 1;
        continue;
      }
      for (const line of linesIn(path)) {
        lines += 1;
        if (lines % LINES_PER_SLICE === 0) await setImmediate();
        const kept = line === null ? null : parseResultLine(line);
        if (kept === null || kept.design !== this.hash) damage += 1;
        else if (wanted(kept.replication)) {
          const { replication, result, checksum } = kept;
          if ((checksums.get(replication) ?? checksum) !== checksum) contradicted.add(replication);
          checksums.set(replication, checksum);
          results.set(replication, result);
        }
      }
    }
    for (const replication of contradicted) results.delete(replication);
    return { results, damage: damage + contradicted.size };
  }

  /**
   * Keeps a result, at once.
   *
   * @throws RunFolderError when the file system refuses
   */
  append(replication: number, result: ReplicationResult): void {
    this.descriptor ??= this.create();
    const line = Buffer.from(`${resultLine({ design: this.hash, replication, result })}\n`);
    const descriptor = this.descriptor;
    onDisk(this.folder, () => {
      for (let written = 0; written < line.length; ) written += writeSync(descriptor, line, written);
    });
  }

  /** Forgets everything that is kept of the design. */
  clear(): void {
    onDisk(this.folder, () => rmSync(this.folder, { recursive: true, force: true }));
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }

  private create(): number {
    makeParents(this.folder);
    const { hostname, processId } = this.self;
    const name = `${hostname.replace(/[^\w.-]/g, '_')}-${processId}`;
    for (let attempt = 1; ; attempt += 1) {
      const path = join(this.folder, `${attempt === 1 ? name : `${name}-${attempt}`}.jsonl`);
      try {
        return openSync(path, 'ax');
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw explained(path, error);
      }
    }
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw explained(folder, error);
  }
}

/** The lines of a file; one `null`, as if for a damaged line, of anything but a regular file of bounded size. */
function* linesIn(path: string): Generator<string | null> {
  try {
    yield* linesOf(path, MAX_FILE_BYTES);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw explained(path, error);
    yield null;
  }
}
