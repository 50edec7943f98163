import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importEstate } from '../../../src/scenario/import/import-estate.ts';
import { parseFast } from '../../../src/scenario/import/tables/fast-csv.ts';
import { utf8 } from './imported.ts';

const UNCHECKED = { checkSize: () => {}, maxRows: 1_000 };

/** The rows as csv-parse parts them; null where it finds an error. */
function parsed(text: string): string[][] | null {
  try {
    const rows: string[][] = parse(text, { record_delimiter: '\n', relax_column_count: true });
    return rows.filter((row) => row.length > 1 || row[0].trim() !== '' || text.includes('"'));
  } catch {
    return null;
  }
}

describe('the fast parser of CSV', () => {
  test('parts every text without errors as csv-parse does, and leaves the others to it', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'b', ',', '\n', '"', '""', ',"', '",', '"\n'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!/^\s*$/m.test(text) && !/^"+\s*$/m.test(text));
        const fast = parseFast(text, ',', 1, UNCHECKED);
        if (fast !== null) expect(fast.map(({ cells }) => cells)).toEqual(parsed(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('says the line that each row begins on', () => {
    const rows = parseFast('a,b\n"1\n2",3\n\n4,"5"\n', ',', 10, UNCHECKED);
    expect(rows).toEqual([
      { line: 10, cells: ['a', 'b'] },
      { line: 11, cells: ['1\n2', '3'] },
      { line: 14, cells: ['4', '5'] },
    ]);
  });

  test.each(['a"b,c\n', '"a"b,c\n', '"never closed,c\n'])(
    'leaves %j to a parser that says what is wrong',
    (text) => {
      expect(parseFast(text, ',', 1, UNCHECKED)).toBeNull();
    },
  );
});

test('an import says how far it is', () => {
  const rows = Array.from({ length: 12_000 }, (_, index) => `PC${index},Windows Vista Business SP1\n`);
  const seen: [number, string][] = [];
  const result = importEstate([{ name: 'list.csv', bytes: utf8(`Name,OS\n${rows.join('')}`) }], {
    onProgress: (done, doing) => seen.push([done, doing]),
  });
  expect(result.ok && result.report.machines).toBe(12_000);
  expect(seen.map(([, doing]) => doing)).toEqual([
    ...new Array(4).fill('reading list.csv'),
    'joining the computers',
  ]);
  expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
});
