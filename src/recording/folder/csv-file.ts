import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { csvFormat, type RowFormat } from '../tables/row-format.ts';
import type { RowCell, Table, WrittenRow } from '../tables/tables.ts';
import { Utf8Text } from '../tables/utf8-text.ts';
import { onDisk } from './folder-error.ts';
import type { WrittenFile } from './manifest.ts';

/** Bytes of finished lines that are collected before they are written. */
const BATCH_BYTES = 262_144;

/**
 * A table's file in the making: by default CSV (RFC 4180 with `\n`, UTF-8, a header line, cells escaped that a
 * spreadsheet would run as a formula). Lines are written in batches, so memory does not grow with the rows, and hashed on the way.
 */
export class CsvFile implements Table {
  private readonly path: string;
  private readonly width: number;
  private readonly format: RowFormat;
  private readonly descriptor: number;
  private readonly hash = createHash('sha256');
  private readonly batch = new Utf8Text();
  private open = true;
  private bytes = 0;
  private written: WrittenFile | undefined;

  /**
   * @param path a file that does not exist yet
   * @param columns the columns of a row
   * @param format how rows are written
   * @throws RunFolderError when the file cannot be made
   */
  constructor(path: string, columns: readonly string[], format: RowFormat = csvFormat(columns)) {
    this.path = path;
    this.width = columns.length;
    this.descriptor = onDisk(path, () => openSync(path, 'wx'));
    this.format = format;
    format.begin(this.batch);
  }

  /**
   * Appends a row; the array may be used again afterwards.
   *
   * @throws Error when it has not as many cells as the header
   * @throws RunFolderError when the disk refuses
   */
  write(row: readonly RowCell[]): void {
    this.checkWidth(row.length);
    this.format.row(this.batch, row);
    if (this.batch.length >= BATCH_BYTES) this.flush();
  }

  writeRow(row: readonly RowCell[]): void {
    this.write(row);
  }

  writeWritten(row: WrittenRow): void {
    this.checkWidth(row.width);
    this.format.written(this.batch, row);
    if (this.batch.length >= BATCH_BYTES) this.flush();
  }

  /**
   * Writes what is left and closes the file. Closing again changes nothing.
   *
   * @throws RunFolderError when the disk refuses
   */
  close(): WrittenFile {
    if (this.written === undefined) {
      this.format.end(this.batch);
      this.flush();
      this.abandon();
      this.written = { checksum: this.hash.digest('hex'), bytes: this.bytes };
    }
    return this.written;
  }

  /** Closes the file as it stands, for a folder that is thrown away. */
  abandon(): void {
    if (!this.open) return;
    this.open = false;
    onDisk(this.path, () => closeSync(this.descriptor));
  }

  private checkWidth(cells: number): void {
    if (cells !== this.width)
      throw new Error(`a row of ${cells} cells for the ${this.width} columns of ${this.path}`);
  }

  private flush(): void {
    const bytes = this.batch.take();
    this.hash.update(bytes);
    this.bytes += bytes.length;
    onDisk(this.path, () => writeFileSync(this.descriptor, bytes));
  }
}
