import { describe, expect, test } from 'vitest';
import type { MachineId } from '../../src/model/definitions/ids.ts';
import { SILENT_OBSERVER } from '../../src/model/definitions/observer.ts';
import { Simulation } from '../../src/model/simulation.ts';
import { addCsvLine } from '../../src/recording/tables/csv-line.ts';
import type { RowCell } from '../../src/recording/tables/tables.ts';
import { Utf8Text } from '../../src/recording/tables/utf8-text.ts';
import { NameCells, TimeCells } from '../../src/recording/tables/written-cells.ts';
import { Timestamps } from '../../src/text/timestamps.ts';
import { estate } from '../model/estate.ts';

function written(cell: RowCell): string {
  const text = new Utf8Text();
  addCsvLine(text, [cell]);
  return new TextDecoder().decode(text.take()).slice(0, -1);
}

describe('a cell that writes itself', () => {
  test.each([0, 59, 1439, 1440, 525_600, 3_000_000])('has the bytes of the time of minute %i', (minute) => {
    const timestamps = new Timestamps('2008-02-28');
    const cell = new TimeCells(timestamps).of(minute);
    expect([written(cell), String(cell)]).toEqual([timestamps.time(minute), timestamps.time(minute)]);
  });

  test('has the bytes of the name of a machine, with the quotes that it needs', () => {
    const groups = { desks: { count: 10_001 }, 'a, b': { count: 1 }, own: { count: 1, names: ['PC,1'] } };
    const { machines } = new Simulation(estate({ groups }), () => SILENT_OBSERVER).estate;
    const names = new NameCells(machines);
    const cells = [0, 9, 9_998, 9_999, 10_000, 10_001, 10_002].map((row) =>
      written(names.of(row as MachineId, machines.groupOf(row as MachineId))),
    );
    const plain = ['desks-0001', 'desks-0010', 'desks-9999', 'desks-10000', 'desks-10001'];
    expect(cells).toEqual([...plain, '"a, b-0001"', '"PC,1"']);
  });
});
