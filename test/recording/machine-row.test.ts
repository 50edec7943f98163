import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/recording/tables/columns.ts';
import { addCsvLine } from '../../src/recording/tables/csv-line.ts';
import { MachinesWriter } from '../../src/recording/tables/machines-table.ts';
import { csvFormat, excelFormat } from '../../src/recording/tables/row-format.ts';
import type { Cell, WrittenRow } from '../../src/recording/tables/tables.ts';
import { Utf8Text } from '../../src/recording/tables/utf8-text.ts';
import { Timestamps } from '../../src/text/timestamps.ts';
import { EASY, type RunSketch, record } from './recorded.ts';

/** Names that need quotes, an escape, or more than a byte for a character; machines in all stages of their lives. */
const ESTATE: RunSketch = {
  duration: 400_000,
  rules: EASY,
  networks: { core: {}, 'is,land': { zone: null } },
  hosts: { 'kms-1': { renewalInterval: 1440 } },
  groups: {
    pc: { count: 30, install: { at: 0, over: 200_000, order: 'random' }, rebuildEvery: 30_000 },
    'a "b", c': { network: 'is,land', count: 3 },
    '=Zürich 東京': { os: 'server-2008-standard', virtual: true },
    [`long ${'x'.repeat(90)}`]: { count: 2, install: { at: 500_000, over: 0, order: 'even' } },
    own: { count: 3, names: ['PC,1', '+2', 'Büro-3'] },
  },
  timeline: [{ at: 100_000, type: 'retire', group: 'pc', count: 4 }],
};

const { simulation } = record(ESTATE);

/** Writes `machines.csv` of a run that is over, as files have it and cell by cell. */
function written(format: typeof csvFormat): { bytes: string; rows: Cell[][] } {
  const timestamps = new Timestamps('2008-02-28');
  const rows: Cell[][] = [];
  const text = new Utf8Text();
  const { written: add } = format(columnsOf('machines.csv'));
  const file = { write: () => {}, writeWritten: (row: WrittenRow) => add(text, row) };
  new MachinesWriter(simulation, timestamps, file).write(0, simulation.estate.machines.count);
  const memory = { write: (row: readonly Cell[]) => rows.push([...row]) };
  new MachinesWriter(simulation, timestamps, memory).write(0, simulation.estate.machines.count);
  return { bytes: new TextDecoder().decode(text.take()), rows };
}

describe('a row about a machine', () => {
  test.each([
    ['LF', csvFormat],
    ['CRLF', excelFormat],
  ] as const)('writes itself as the line of its cells, with %s', (lineEnd, format) => {
    const { bytes, rows } = written(format);
    const text = new Utf8Text();
    for (const row of rows) addCsvLine(text, row, lineEnd);
    expect(rows.length).toBe(39);
    expect(bytes).toBe(new TextDecoder().decode(text.take()));
  });

  test('quotes names, and shows what never was by empty cells', () => {
    const { rows, bytes } = written(csvFormat);
    expect(rows[30].slice(0, 4)).toEqual(['a "b", c-0001', 'a "b", c', 'is,land', 'vista-enterprise-sp1']);
    expect(bytes).toContain('\n"a ""b"", c-0002","a ""b"", c","is,land",vista-enterprise-sp1,no,kms,');
    expect(bytes).toContain("\n'=Zürich 東京-0001,'=Zürich 東京,core,server-2008-standard,yes,kms,Licensed,");
    expect(bytes).toMatch(/\n"PC,1",own,.*\n'\+2,own,.*\nBüro-3,own,/);
    expect(bytes).toMatch(
      /\nlong x{90}-0002,long x{90},core,vista-enterprise-sp1,no,kms,,,,,,(0,){9}0,,,,,\n/,
    );
  });
});
