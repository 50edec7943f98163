import { createHash } from 'node:crypto';
import { renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvFormat, type RowFormat } from '../tables/row-format.ts';
import { CsvFile } from './csv-file.ts';
import { errorCode, explained, onDisk, RunFolderError } from './folder-error.ts';
import { MANIFEST, manifestText, type Provenance, type WrittenFile } from './manifest.ts';
import { makeParents, removeEmpty } from './parent-folders.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { withRetries } from './retries.ts';
import {
  clearLeftovers,
  makeStagingFolder,
  moveAside,
  removeQuietly,
  removeReplaced,
} from './run-folder-leftovers.ts';
import { inspectPlace } from './run-folder-place.ts';

/** Where results are to go, and for whom. */
export interface RunFolderOptions {
  /** Absolute path of the folder to come. */
  readonly place: string;
  /** Absolute path of the folder that the user works in. */
  readonly currentFolder: string;
  readonly self: ProcessIdentity;
}

/** How often a place is tried that other runs take at the same moment. */
const ATTEMPTS = 5;

/**
 * Opens a folder for results. Nothing is to be seen at its place before {@link OpenRunFolder.commit}; parents are
 * made as needed, and what runs that were killed have left next to it is cleared away.
 *
 * @throws RunFolderError when the place is taken by something that is not replaced, or cannot be written
 */
export function openRunFolder(options: RunFolderOptions): OpenRunFolder {
  const { place, currentFolder, self } = options;
  inspectPlace(place, currentFolder);
  const parent = dirname(place);
  const made = makeParents(parent);
  let staging: string | null = null;
  try {
    staging = makeStagingFolder(place, self);
    clearLeftovers(place, staging, self);
    return new OpenRunFolder(options, staging, made);
  } catch (error) {
    if (staging !== null) removeQuietly(staging);
    removeEmpty(made);
    throw error;
  }
}

/** A folder of results in the making. Exactly one of {@link commit} and {@link discard} ends it. */
export class OpenRunFolder {
  private readonly options: RunFolderOptions;
  private readonly staging: string;
  private readonly parentsMade: readonly string[];
  private readonly tables = new Map<string, CsvFile>();
  private readonly written = new Map<string, WrittenFile>();
  private open = true;

  /** For {@link openRunFolder}. */
  constructor(options: RunFolderOptions, staging: string, parentsMade: readonly string[]) {
    this.options = options;
    this.staging = staging;
    this.parentsMade = parentsMade;
  }

  /**
   * Opens a table; it is closed with the folder at the latest.
   *
   * @param name path in the folder, with `/`
   * @throws RunFolderError when the disk refuses
   */
  openCsv(name: string, columns: readonly string[]): CsvFile {
    return this.openTable(name, columns, csvFormat(columns));
  }

  /**
   * Opens a table that is written in some format; it is closed with the folder at the latest.
   *
   * @param name path in the folder, with `/`
   * @throws RunFolderError when the disk refuses
   */
  openTable(name: string, columns: readonly string[], format: RowFormat): CsvFile {
    const file = new CsvFile(this.pathOf(name), columns, format);
    this.tables.set(name, file);
    return file;
  }

  /**
   * Writes a whole file.
   *
   * @param name path in the folder, with `/`
   * @throws RunFolderError when the disk refuses
   */
  writeFile(name: string, content: string | Uint8Array): void {
    const path = this.pathOf(name);
    onDisk(path, () => writeFileSync(path, content, { flag: 'wx' }));
    const checksum = createHash('sha256').update(content).digest('hex');
    this.written.set(name, { checksum, bytes: Buffer.byteLength(content) });
  }

  /**
   * Closes every table.
   *
   * @returns SHA-256 in hexadecimal of every file so far, by its path in the folder
   * @throws RunFolderError when the disk refuses
   */
  closeTables(): ReadonlyMap<string, string> {
    for (const [name, table] of this.tables) this.written.set(name, table.close());
    return new Map([...this.written].map(([name, { checksum }]) => [name, checksum]));
  }

  /**
   * Closes every file, writes the manifest and moves the folder to its place, whole. What a crash in between
   * leaves is either the earlier results or these.
   *
   * @throws RunFolderError when something else has taken the place meanwhile, or the disk refuses
   */
  commit(provenance: Provenance): void {
    this.closeTables();
    const manifest = join(this.staging, MANIFEST);
    onDisk(manifest, () => writeFileSync(manifest, manifestText(provenance, this.written)));
    const { place, currentFolder } = this.options;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const occupant = inspectPlace(place, currentFolder);
      if (occupant === 'empty folder') onDisk(place, () => rmdirSync(place));
      if (this.moveIn(occupant === 'earlier results')) return;
    }
    throw new RunFolderError(`cannot write ${place}: other runs keep writing there at the same moment`);
  }

  /** What is half-written until it is committed: the folder in the making, and those made for it, from the outside in. */
  get halfWritten(): { readonly staging: string; readonly parents: readonly string[] } {
    return { staging: this.staging, parents: this.parentsMade };
  }

  /** Throws everything away, at once; parents that were made for it go too. After {@link commit} it does nothing. */
  discard(): void {
    if (!this.open) return;
    this.open = false;
    for (const table of this.tables.values()) table.abandon();
    removeQuietly(this.staging);
    removeEmpty(this.parentsMade);
  }

  /** @returns false when another run has taken the place in the same moment */
  private moveIn(replace: boolean): boolean {
    const { place, self } = this.options;
    const aside = replace ? moveAside(place, self) : null;
    try {
      withRetries(place, self.retryMilliseconds, () => renameSync(this.staging, place));
      this.open = false;
    } catch (error) {
      if (!isTaken(error)) {
        if (aside !== null) renameSync(aside, place);
        throw explained(place, error);
      }
    }
    if (aside !== null) removeReplaced(aside, place, self);
    return !this.open;
  }

  private pathOf(name: string): string {
    const path = join(this.staging, name);
    const folder = dirname(path);
    makeParents(folder);
    return path;
  }
}

function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errorCode(error) ?? '');
}
