import type { MachineId } from '../../model/definitions/ids.ts';
import type { Group } from '../../model/estate/groups.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { addCsvCell, COMMA, putLineEnd } from './csv-line.ts';
import { type ShownNumbers, ShownTexts, ShownTimes, ShownWhole } from './shown-numbers.ts';
import type { Cell, LineEnd, WrittenRow } from './tables.ts';
import type { Utf8Text } from './utf8-text.ts';
import { NameCells, TimeCells } from './written-cells.ts';

/** A column behind the names of machines: what its cells mean, and how its numbers are shown. */
export interface NumberColumn {
  readonly meaning: string;
  /** One of some texts by its number, or a text that is the same for all machines of a group. */
  readonly shown: 'whole' | 'time' | readonly string[] | ((group: Group, simulation: Simulation) => string);
}

/** Where the numbers of columns are in {@link MachineRow.numbers}. */
export function columnNumbers<Name extends string>(
  columns: Readonly<Record<Name, NumberColumn>>,
): Readonly<Record<Name, number>> {
  const entries = Object.keys(columns).map((name, index) => [name, index]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

/**
 * A row about a machine, which is used for all rows of a table: its name, and a number for each column behind it.
 * Measured: a row whose cells are made by a function for each column, and looked at for what they are, takes nearly
 * twice the time.
 */
export class MachineRow implements WrittenRow {
  /** The numbers that the cells show, by column behind the name; `NEVER` is an empty cell. */
  readonly numbers: Int32Array;
  private readonly names: NameCells;
  private readonly shown: readonly ShownNumbers[];
  /** Columns of texts of the group. */
  private readonly ofGroup: readonly number[];
  /** Room for all cells but the name. */
  private readonly room: number;
  private machine = 0 as MachineId;
  /** That of the texts in `numbers`: at first 0. */
  private group: Group;

  /** @param columns those behind the name */
  constructor(columns: readonly NumberColumn[], simulation: Simulation, timestamps: Timestamps) {
    const { machines } = simulation.estate;
    const times = new TimeCells(timestamps);
    const showing = ({ shown }: NumberColumn): ShownNumbers => {
      if (shown === 'whole') return new ShownWhole();
      if (shown === 'time') return new ShownTimes(times);
      if (typeof shown !== 'function') return new ShownTexts(shown);
      return new ShownTexts(machines.groups.map((group) => shown(group, simulation)));
    };
    this.names = new NameCells(machines);
    this.shown = columns.map(showing);
    this.numbers = new Int32Array(columns.length);
    this.ofGroup = columns.flatMap(({ shown }, index) => (typeof shown === 'function' ? [index] : []));
    this.room = this.shown.reduce((sum, { room }) => sum + room, 0);
    this.group = machines.groups[0];
  }

  get width(): number {
    return this.numbers.length + 1;
  }

  /** Begins the row about a machine: sets its name, and what is the same for its group. */
  begin(machine: MachineId, group: Group): void {
    this.machine = machine;
    if (group === this.group) return;
    this.group = group;
    for (const column of this.ofGroup) this.numbers[column] = group.id;
  }

  addTo(text: Utf8Text, lineEnd: LineEnd): void {
    const { numbers, shown } = this;
    addCsvCell(text, this.names.of(this.machine, this.group));
    const bytes = text.reserve(this.room);
    let at = text.length;
    for (let column = 0; column < numbers.length; column += 1) {
      bytes.setUint8(at, COMMA);
      at = shown[column].put(bytes, at + 1, numbers[column]);
    }
    text.length = putLineEnd(bytes, at, lineEnd);
  }

  cells(): Cell[] {
    const name = this.names.of(this.machine, this.group);
    return [
      typeof name === 'object' ? name.toString() : name,
      ...this.shown.map((each, index) => each.cell(this.numbers[index])),
    ];
  }
}
