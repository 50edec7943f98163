import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importEstate } from '../../../src/scenario/import/import-estate.ts';
import { imported, loaded, refused, utf8, utf16 } from './imported.ts';

const ROW = 'A,Windows Server 2008 Standard,1';

describe('damaged files', () => {
  test('a quote that is never closed is told with the line of its row', () => {
    expect(refused(`name,os,x\n${ROW}\nB,"Windows\nC,b,c\n`)).toEqual([
      '3:1 a quote that opens in this row in the column `os` is never closed',
    ]);
  });

  test('a quote inside of a cell is text', () => {
    const rows = ['A,Windows Web Server 2008,the "old" mill', 'B,Windows Web Server 2008,"a ""b"""'];
    const { text } = imported(`name,os,site\n${rows.join('\n')}\n`);
    expect(text).toContain('# the "old" mill (1)');
    expect(text).toContain('# a "b" (1)');
  });

  test('rows of another length are told with their lines, 20 of them', () => {
    expect(refused(`name,os,x\n"A","two\nlines",1\nB\n\nC,d,e,f\n`)).toEqual([
      '4:1 this row has 1 cell, the header 3',
      '6:1 this row has 4 cells, the header 3',
    ]);
    expect(refused(`name,os,x\n${'A,b\n'.repeat(30)}`)).toHaveLength(20);
  });

  test.each([
    ['nothing', new Uint8Array(), '1:1 the file is empty'],
    ['blank lines', utf8('\n \n'), '1:1 there is nothing in the file'],
    ['separators alone', utf8(',,;\n'), '2:1 there is no header and no row'],
    ['NUL bytes', utf8('name,os\nA\0,b\n'), '2:2 a NUL byte: this is no text'],
    ['control characters', utf8('name,os\nAB\u0007,b\n'), '2:3 a control character: this is no text'],
    ['UTF-16 without its mark and its end', utf16('name,os').subarray(2, 15), '1:2 a NUL byte'],
    ['UTF-16 cut in half', utf16('name,os').subarray(0, 7), '0:0 the file begins as UTF-16LE but is damaged'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), '0:0 this is a workbook or an archive, not a text'],
    ['a header alone', utf8('name,os\n'), '1:1 no computer here has a volume edition'],
  ])('%s', (_, bytes, message) => {
    expect(refused(bytes)).toEqual([expect.stringContaining(message)]);
  });

  test('without names or systems the columns are listed, and how to name them', () => {
    expect(refused('Tag,=Foo()\n1,2\n')).toEqual([
      '1:1 no column of computer names is recognized; the columns are `Tag` and `\'=Foo()`; name it with --map "COLUMN=name"',
    ]);
    expect(refused('name,System Software\n1,2\n')[0]).toContain(
      'no column of operating systems is recognized',
    );
  });

  test('a mapping of what is not there offers the nearest', () => {
    expect(refused('Asset Tag,os\n', { 'Aset Tag': 'name' })[0]).toContain('did you mean `Asset Tag`?');
    expect(refused('Asset Tag,os\n', { 'Asset Tag': 'nam' })[0]).toContain('did you mean `name`?');
    expect(refused('a,b,os\n', { a: 'name', b: 'name' })[0]).toContain('two columns are given for `name`');
  });

  test('a heading that stands twice is ambiguous', () => {
    expect(refused(`Name,name,os\n${ROW}\n`)[0]).toBe(
      '1:0 the columns 1 and 2, `Name` and `name`, may both be meant: say which with --map',
    );
  });

  test('limits: columns, characters of a cell that is read', () => {
    expect(refused(`name,os${',x'.repeat(999)}\n`)[0]).toContain('more than 1000 columns');
    const long = 'A'.repeat(4097);
    expect(refused(`name,os,x\n${ROW}\n${long},Windows Vista,1\n`)).toEqual([
      '3:1 a cell has more than 4096 characters',
    ]);
    expect(refused(`name,os,x\nA,Linux,${long}\n`)[0]).toContain('no computer here');
  });

  test('limits: sites, as when a column is another thing for every computer', () => {
    const rows = Array.from(
      { length: 10_001 },
      (_, index) => `A${index},Windows Web Server 2008,room ${index}`,
    );
    expect(refused(`name,os,site\n${rows.join('\n')}`)[0]).toMatch(/10001 sites are more than the 10000/);
  });

  test('when nothing is left the reasons are told', () => {
    expect(refused('name,os\nA,Windows 7 Home Premium\nB,Ubuntu\n')[0]).toBe(
      '1:1 no computer here has a volume edition of Windows; left out: 1 (an edition of Windows 7 without volume license), 1 (no Windows)',
    );
  });

  test('whatever the bytes, there is a scenario that loads or there are errors', () => {
    const cells = fc.constantFrom(
      'name',
      'os',
      'sp',
      'site',
      'Windows Vista Business',
      '"',
      '\n',
      ',',
      ';',
      '=1',
      '1',
      '\0',
    );
    const texts = fc
      .array(fc.oneof(cells, fc.string({ unit: 'binary' })))
      .map((parts) => utf8(parts.join('')));
    const tables = fc
      .array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })))
      .map((rows) => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`)))
      .map((rows) => rows.map(([name, site]) => `${name},Windows Server 2008 Web,${site}`))
      .map((rows) => utf8(['name,os,site', ...rows, 'X,Windows Web Server 2008,Y'].join('\n')));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), texts, tables), fc.string(), (bytes, fileName) => {
        const result = importEstate([{ name: fileName, bytes }]);
        if (result.ok) loaded(result.scenario);
        else expect(result.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
