import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packDocument, unpackDocument } from '../../src/page/content/column-packing.ts';

test('a document with columns in it is the same after packing and unpacking', () => {
  const column = fc
    .array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))
    .map((values) => Int32Array.from(values));
  const bytes = fc.array(fc.nat(255)).map((values) => Uint8Array.from(values));
  const value = fc.record({
    name: fc.string(),
    columns: fc.array(column),
    inner: fc.record({ bytes, text: fc.string() }),
  });
  fc.assert(
    fc.property(value, (document) => {
      expect(unpackDocument(packDocument(document))).toEqual(document);
    }),
  );
});

test('a thing that is called as a column is marked stays what it is', () => {
  const document = { networks: { $column: { internet: true } } };
  expect(unpackDocument(packDocument(document))).toEqual(document);
});

test('a year of daily counts takes little more than a byte a day', () => {
  const counts = Int32Array.from({ length: 365 }, (_, day) => Math.min(50, day * 3));
  expect(packDocument({ counts }).length).toBeLessThan(365 + 60);
});
