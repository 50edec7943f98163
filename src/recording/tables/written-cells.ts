import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import { type Group, type Machines, NAME_DIGITS } from '../../model/estate/machines.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { plainBytes } from './csv-line.ts';
import type { RowCell, WrittenCell } from './tables.ts';
import type { Utf8Text } from './utf8-text.ts';

/** Bytes of a date, and of `T` with the time of day. */
const DATE = 10;
const CLOCK = 6;

/** Makes cells of the minutes of a run: local dates and times as {@link Timestamps.time} has them, all of which are plain. */
export class TimeCells {
  readonly timestamps: Timestamps;
  /** The bytes of the first days' dates, side by side, and how many days these are. */
  private dates = new Uint8Array(64 * DATE);
  private days = 0;
  /** The bytes of each minute of a day. */
  private readonly clock = new Uint8Array(MINUTES_PER_DAY * CLOCK);

  constructor(timestamps: Timestamps) {
    this.timestamps = timestamps;
    for (let minute = 0; minute < MINUTES_PER_DAY; minute += 1)
      putAscii(timestamps.clockTime(minute), this.clock, minute * CLOCK);
  }

  /** The cell of a minute. */
  of(minute: Minute): WrittenCell {
    return new TimeCell(minute, this);
  }

  /** Adds a minute to a text. */
  addTo(text: Utf8Text, minute: Minute): void {
    const day = Math.floor(minute / MINUTES_PER_DAY);
    if (day >= this.days) this.makeDates(day);
    text.addBytes(this.dates, day * DATE, DATE);
    text.addBytes(this.clock, (minute - day * MINUTES_PER_DAY) * CLOCK, CLOCK);
  }

  private makeDates(until: number): void {
    if ((until + 1) * DATE > this.dates.length) {
      const larger = new Uint8Array((until + 1) * 2 * DATE);
      larger.set(this.dates);
      this.dates = larger;
    }
    for (; this.days <= until; this.days += 1)
      putAscii(this.timestamps.date(this.days), this.dates, this.days * DATE);
  }
}

class TimeCell implements WrittenCell {
  readonly key: Minute;
  private readonly times: TimeCells;

  constructor(minute: Minute, times: TimeCells) {
    this.key = minute;
    this.times = times;
  }

  addTo(text: Utf8Text): void {
    this.times.addTo(text, this.key);
  }

  toString(): string {
    return this.times.timestamps.time(this.key);
  }
}

/** Makes cells of the names of machines. */
export class NameCells {
  private readonly machines: Machines;
  /** By group: the bytes that the names of its machines begin with; `null` where they need quotes, or have names of their own. */
  private readonly prefixes: readonly (Uint8Array | null)[];

  constructor(machines: Machines) {
    this.machines = machines;
    this.prefixes = machines.groups.map(({ parameters, namePrefix }) =>
      parameters.names === null ? plainBytes(namePrefix) : null,
    );
  }

  /** The cell of a machine of a group. */
  of(machine: MachineId, group: Group): RowCell {
    const prefix = this.prefixes[group.id];
    return prefix === null
      ? this.machines.nameOf(machine)
      : new NumberedName(prefix, machine - group.first + 1, machine, this.machines);
  }
}

class NumberedName implements WrittenCell {
  readonly key: MachineId;
  private readonly prefix: Uint8Array;
  private readonly number: number;
  private readonly machines: Machines;

  constructor(prefix: Uint8Array, number: number, machine: MachineId, machines: Machines) {
    this.prefix = prefix;
    this.number = number;
    this.key = machine;
    this.machines = machines;
  }

  addTo(text: Utf8Text): void {
    text.addBytes(this.prefix, 0, this.prefix.length);
    text.addNumber(this.number, NAME_DIGITS);
  }

  toString(): string {
    return this.machines.nameOf(this.key);
  }
}

function putAscii(text: string, bytes: Uint8Array, at: number): void {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
}
