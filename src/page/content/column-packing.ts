/**
 * A document as bytes: its columns of whole numbers as differences of few bytes each, the rest as JSON. What a year of
 * daily numbers takes is small so, and smaller still when it is compressed.
 */

/** The place of a column in the JSON. */
interface ColumnReference {
  readonly $column: ColumnKind;
  readonly length: number;
}

type ColumnKind = 'Int32Array' | 'Uint8Array';

const MAKERS = {
  Int32Array: (length: number) => new Int32Array(length),
  Uint8Array: (length: number) => new Uint8Array(length),
} as const satisfies Record<ColumnKind, (length: number) => Int32Array | Uint8Array>;

const LENGTH_BYTES = 4;
const LOW_BITS = 7;
const CONTINUES = 0x80;

/** Packs a value that JSON could hold but for columns of whole numbers in it. */
export function packDocument(value: unknown): Uint8Array {
  const columns = new ByteWriter();
  const json = JSON.stringify(value, (_key, part: unknown) => {
    const kind = kindOf(part);
    if (kind === null) return part;
    const column = part as Int32Array | Uint8Array;
    writeColumn(column, columns);
    return { $column: kind, length: column.length } satisfies ColumnReference;
  });
  const text = new TextEncoder().encode(json);
  const packed = new Uint8Array(LENGTH_BYTES + text.length + columns.length);
  new DataView(packed.buffer).setUint32(0, text.length, true);
  packed.set(text, LENGTH_BYTES);
  packed.set(columns.bytes(), LENGTH_BYTES + text.length);
  return packed;
}

/** Unpacks what {@link packDocument} has packed. */
export function unpackDocument(packed: Uint8Array): unknown {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const text = new TextDecoder().decode(packed.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  const references: { holder: Record<string, unknown>; key: string; reference: ColumnReference }[] = [];
  const value: unknown = JSON.parse(text);
  collect(value, references);
  const reader = { bytes: packed, at: LENGTH_BYTES + length };
  for (const { holder, key, reference } of references) holder[key] = readColumn(reference, reader);
  return value;
}

function kindOf(value: unknown): ColumnKind | null {
  if (value instanceof Int32Array) return 'Int32Array';
  return value instanceof Uint8Array ? 'Uint8Array' : null;
}

/** The places of columns, in the order in which they were written. */
function collect(
  value: unknown,
  references: { holder: Record<string, unknown>; key: string; reference: ColumnReference }[],
): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const [key, part] of Object.entries(holder)) {
    if (isReference(part)) references.push({ holder, key, reference: part });
    else collect(part, references);
  }
}

function isReference(value: unknown): value is ColumnReference {
  if (typeof value !== 'object' || value === null || !('$column' in value)) return false;
  // A thing of the scenario may have that name, but is not described by a text.
  return typeof value.$column === 'string';
}

/** Differences from one value to the next, small ones in one byte, whatever their sign. */
function writeColumn(column: Int32Array | Uint8Array, writer: ByteWriter): void {
  let before = 0;
  for (const value of column) {
    const difference = (value - before) | 0;
    let rest = ((difference << 1) ^ (difference >> 31)) >>> 0;
    while (rest >= CONTINUES) {
      writer.write((rest & (CONTINUES - 1)) | CONTINUES);
      rest >>>= LOW_BITS;
    }
    writer.write(rest);
    before = value;
  }
}

function readColumn(
  { $column, length }: ColumnReference,
  reader: { readonly bytes: Uint8Array; at: number },
): Int32Array | Uint8Array {
  const column = MAKERS[$column](length);
  let before = 0;
  for (let index = 0; index < length; index += 1) {
    let rest = 0;
    let shift = 0;
    let byte = 0;
    do {
      byte = reader.bytes[reader.at];
      reader.at += 1;
      rest |= (byte & (CONTINUES - 1)) << shift;
      shift += LOW_BITS;
    } while (byte >= CONTINUES);
    before = (before + ((rest >>> 1) ^ -(rest & 1))) | 0;
    column[index] = before;
  }
  return column;
}

const FIRST_CAPACITY = 65_536;

/** Bytes that grow. */
class ByteWriter {
  length = 0;
  private store = new Uint8Array(FIRST_CAPACITY);

  write(byte: number): void {
    if (this.length === this.store.length) {
      const larger = new Uint8Array(2 * this.length);
      larger.set(this.store);
      this.store = larger;
    }
    this.store[this.length] = byte;
    this.length += 1;
  }

  bytes(): Uint8Array {
    return this.store.subarray(0, this.length);
  }
}
