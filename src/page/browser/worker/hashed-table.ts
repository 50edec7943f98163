import { csvFormat, type RowFormat } from '../../../recording/tables/row-format.ts';
import type { RowCell, Table, WrittenRow } from '../../../recording/tables/tables.ts';
import { Utf8Text } from '../../../recording/tables/utf8-text.ts';

/** Bytes of lines that are collected before they are put aside. */
const BATCH_BYTES = 262_144;

/** A table that is written nowhere: of its bytes only the hash is wanted. */
export class HashedTable implements Table {
  private readonly chunks: Uint8Array[] = [];
  private readonly batch = new Utf8Text();
  private readonly format: RowFormat;

  /** @param columns the header line */
  constructor(columns: readonly string[]) {
    this.format = csvFormat(columns);
    this.format.begin(this.batch);
  }

  write(row: readonly RowCell[]): void {
    this.format.row(this.batch, row);
    if (this.batch.length >= BATCH_BYTES) this.flush();
  }

  writeRow(row: readonly RowCell[]): void {
    this.write(row);
  }

  writeWritten(row: WrittenRow): void {
    this.format.written(this.batch, row);
    if (this.batch.length >= BATCH_BYTES) this.flush();
  }

  /** @returns the SHA-256 of the whole table, in hexadecimal */
  async close(): Promise<string> {
    this.flush();
    const length = this.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const whole = new Uint8Array(length);
    let at = 0;
    for (const chunk of this.chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return sha256(whole);
  }

  private flush(): void {
    this.chunks.push(this.batch.take().slice());
  }
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
