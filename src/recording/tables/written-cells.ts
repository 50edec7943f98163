import { MINUTES_PER_DAY, type Minute } from '../../engine/time.ts';
import type { MachineId } from '../../model/definitions/ids.ts';
import type { Group } from '../../model/estate/groups.ts';
import { type Machines, NAME_DIGITS } from '../../model/estate/machines.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import { isPlain } from './csv-line.ts';
import { digitsOf, NUMBER_BYTES, putAscii, putCopy, putWhole, WORD_BYTES } from './put-bytes.ts';
import { type RowCell, WRITTEN_BYTES, type WrittenCell } from './tables.ts';

/** Bytes of a date, and of `T` with the time of day, each in whole words. */
const DATE = 10;
const DATE_ROOM = 12;
const CLOCK = 6;
const CLOCK_ROOM = 8;

/** Makes cells of the minutes of a run: local dates and times as {@link Timestamps.time} has them, all of which are plain. */
export class TimeCells {
  readonly timestamps: Timestamps;
  /** The bytes of the first days' dates, side by side, and how many days these are. */
  private dates = new DataView(new ArrayBuffer(64 * DATE_ROOM));
  private days = 0;
  /** The bytes of each minute of a day. */
  private readonly clock = new DataView(new ArrayBuffer(MINUTES_PER_DAY * CLOCK_ROOM));

  constructor(timestamps: Timestamps) {
    this.timestamps = timestamps;
    for (let minute = 0; minute < MINUTES_PER_DAY; minute += 1)
      putAscii(this.clock, minute * CLOCK_ROOM, timestamps.clockTime(minute));
  }

  /** The cell of a minute. */
  of(minute: Minute): WrittenCell {
    return new TimeCell(minute, this);
  }

  /** Puts a minute into bytes. */
  put(bytes: DataView, at: number, minute: Minute): number {
    const day = Math.floor(minute / MINUTES_PER_DAY);
    if (day >= this.days) this.makeDates(day);
    const date = day * DATE_ROOM;
    const clock = (minute - day * MINUTES_PER_DAY) * CLOCK_ROOM;
    const behindDate = putCopy(bytes, at, this.dates, date, date + DATE);
    return putCopy(bytes, behindDate, this.clock, clock, clock + CLOCK);
  }

  private makeDates(until: number): void {
    if ((until + 1) * DATE_ROOM > this.dates.byteLength) {
      const larger = new Uint8Array((until + 1) * 2 * DATE_ROOM);
      larger.set(new Uint8Array(this.dates.buffer));
      this.dates = new DataView(larger.buffer);
    }
    for (; this.days <= until; this.days += 1)
      putAscii(this.dates, this.days * DATE_ROOM, this.timestamps.date(this.days));
  }
}

class TimeCell implements WrittenCell {
  readonly key: Minute;
  private readonly times: TimeCells;

  constructor(minute: Minute, times: TimeCells) {
    this.key = minute;
    this.times = times;
  }

  putInto(bytes: DataView, at: number): number {
    return this.times.put(bytes, at, this.key);
  }

  toString(): string {
    return this.times.timestamps.time(this.key);
  }
}

/** Makes cells of the names of machines. */
export class NameCells {
  private readonly machines: Machines;
  /** By group: the bytes that the names of its machines begin with; `null` where they need quotes, or have names of their own. */
  private readonly prefixes: readonly (DataView | null)[];

  constructor(machines: Machines) {
    this.machines = machines;
    this.prefixes = machines.groups.map(({ parameters, namePrefix }) =>
      parameters.names === null ? prefixBytes(namePrefix) : null,
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
  private readonly prefix: DataView;
  private readonly number: number;
  private readonly machines: Machines;

  constructor(prefix: DataView, number: number, machine: MachineId, machines: Machines) {
    this.prefix = prefix;
    this.number = number;
    this.key = machine;
    this.machines = machines;
  }

  putInto(bytes: DataView, at: number): number {
    const { prefix, number } = this;
    const behindPrefix = putCopy(bytes, at, prefix, 0, prefix.byteLength - WORD_BYTES);
    return putWhole(bytes, behindPrefix, number, Math.max(digitsOf(number), NAME_DIGITS));
  }

  toString(): string {
    return this.machines.nameOf(this.key);
  }
}

/** The bytes of a prefix with a word behind them, or `null` when the names that begin with it do not write themselves. */
function prefixBytes(prefix: string): DataView | null {
  if (!isPlain(prefix) || prefix.length + NUMBER_BYTES + WORD_BYTES > WRITTEN_BYTES) return null;
  const bytes = new DataView(new ArrayBuffer(prefix.length + WORD_BYTES));
  putAscii(bytes, 0, prefix);
  return bytes;
}
