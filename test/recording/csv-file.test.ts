import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CsvFile } from '../../src/recording/folder/csv-file.ts';
import { RunFolderError } from '../../src/recording/folder/folder-error.ts';
import { addCsvLine } from '../../src/recording/tables/csv-line.ts';
import { CsvRows } from '../../src/recording/tables/csv-rows.ts';
import { putAscii } from '../../src/recording/tables/put-bytes.ts';
import type { Cell } from '../../src/recording/tables/tables.ts';
import { Utf8Text } from '../../src/recording/tables/utf8-text.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vasim-csv-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function csvLine(row: readonly Cell[]): string {
  const text = new Utf8Text();
  addCsvLine(text, row);
  return new TextDecoder().decode(text.take());
}

describe('a line of CSV', () => {
  const lines: [string, Cell[], string][] = [
    ['plain cells are joined by commas', ['a', 1, '2008-03-03T00:00', ''], 'a,1,2008-03-03T00:00,\n'],
    ['a comma is quoted', ['a, b', 1], '"a, b",1\n'],
    ['a quote is doubled', ['say "yes"'], '"say ""yes"""\n'],
    ['line ends are quoted', ['a\nb', 'c\rd'], '"a\nb","c\rd"\n'],
    ['formulas are escaped', ['=1+1', '+1', '-1', '@A1', '\tx'], "'=1+1,'+1,'-1,'@A1,'\tx\n"],
    ['full-width formula signs are escaped', ['＝1'], "'＝1\n"],
    ['an escaped formula is quoted too', ['=A1,B1'], '"\'=A1,B1"\n'],
    ['letters of any script pass', ['Zürich', '東京'], 'Zürich,東京\n'],
  ];
  test.each(lines)('%s', (_sentence, row, line) => {
    expect(csvLine(row)).toBe(line);
  });

  test('is what the general writer makes of it, whatever the cells', () => {
    const cell = fc.oneof(
      fc.nat(),
      fc.maxSafeNat(),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-=+@ _.:/'",;\ta-z0-9\n\r]{0,6}$/),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (row) => {
        expect(csvLine(row)).toBe(stringify([row], { escape_formulas: true, quoted_match: /\r/ }));
      }),
    );
  });
});

describe('the rows of a table', () => {
  test('are the lines of each, whatever is the same as in the row before and wherever the text is taken', () => {
    const cell = fc.oneof(
      fc.nat({ max: 2 }),
      fc.constantFrom('', 'a', 'b,c', '=1', '\ud800'),
      fc.nat({ max: 2 }).map((key) => ({
        key,
        putInto: (bytes: DataView, at: number) => putAscii(bytes, at, `00${key}`),
        toString: () => `00${key}`,
      })),
    );
    const rows = fc.array(fc.record({ cells: fc.tuple(cell, cell, cell), isTaken: fc.boolean() }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom('LF', 'CRLF'), (all, lineEnd) => {
        const text = new Utf8Text();
        const table = new CsvRows(3, lineEnd);
        let whole = '';
        for (const { cells, isTaken } of all) {
          table.add(text, cells);
          if (isTaken) whole += new TextDecoder().decode(text.take());
        }
        whole += new TextDecoder().decode(text.take());
        const lines = all.map(({ cells }) => {
          const line = csvLine(cells.map((each) => (typeof each === 'object' ? String(each) : each)));
          return lineEnd === 'LF' ? line : line.replace(/\n$/, '\r\n');
        });
        expect(whole).toBe(lines.join(''));
      }),
    );
  });
});

describe('a CSV file', () => {
  test('has a header, its rows, and the checksum of its bytes', () => {
    const path = join(folder, 'rows.csv');
    const file = new CsvFile(path, ['number', 'text']);
    const rows = Array.from({ length: 40_000 }, (_, index) => [index, `Zürich ${index}`]);
    for (const row of rows) file.write(row);
    const { checksum, bytes } = file.close();
    const text = readFileSync(path, 'utf8');
    expect(text).toBe(`number,text\n${rows.map((row) => `${row.join(',')}\n`).join('')}`);
    expect(bytes).toBe(Buffer.byteLength(text));
    expect(checksum).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('is written in batches, not kept', () => {
    const path = join(folder, 'rows.csv');
    const file = new CsvFile(path, ['text']);
    for (let index = 0; index < 100; index += 1) file.write(['x'.repeat(10_000)]);
    expect(readFileSync(path).length).toBeGreaterThan(500_000);
    file.close();
  });

  test('can be closed twice and has the same checksum', () => {
    const file = new CsvFile(join(folder, 'rows.csv'), ['text']);
    expect(file.close()).toEqual(file.close());
  });

  test('refuses a row that does not fit its header', () => {
    const file = new CsvFile(join(folder, 'rows.csv'), ['a', 'b']);
    expect(() => file.write(['only one'])).toThrow('a row of 1 cells for the 2 columns');
    file.close();
  });

  test('never overwrites a file', () => {
    writeFileSync(join(folder, 'mine.csv'), 'mine');
    expect(() => new CsvFile(join(folder, 'mine.csv'), ['a'])).toThrow(RunFolderError);
    expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toBe('mine');
  });
});
