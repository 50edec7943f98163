import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pngFile, SPARE_ROWS } from '../../src/charts/png-file.ts';

/** The chunks of a PNG by their types. */
function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const content = file.subarray(at + 8, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(file.subarray(at + 4, at + 8 + length)));
    chunks.set(file.toString('latin1', at + 4, at + 8), content);
    at += length + 12;
  }
  return chunks;
}

describe('the file of a picture', () => {
  it('has its size, every pixel in its place, and sums that fit', async () => {
    const [width, height] = [3, 2];
    const rows = [
      [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255],
      [1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255],
    ];
    const spare = new Array<number>(width * 4 * SPARE_ROWS).fill(99);
    const chunks = chunksOf(
      Buffer.from(await pngFile(Uint8Array.from([...rows.flat(), ...spare]), width, height)),
    );
    expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
    expect([...inflateSync(chunks.get('IDAT') ?? '')]).toEqual([0, ...rows[0], 0, ...rows[1]]);
  });
});
