import type { KeyId } from '../../model/definitions/ids.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import type { OpenTable } from './columns.ts';
import { DAILY_TABLE, type GroupDay } from './daily-table.ts';
import { HOSTS_TABLE, type HostDay, type HostTotals } from './hosts-table.ts';
import { KEYS_TABLE, type KeyDay } from './keys-table.ts';
import { TableWriter } from './tables.ts';

const NOTHING: HostTotals = { requests: 0, activations: 0, renewals: 0, refusals: 0 };

/** Writes the tables that have rows for each day: `daily.csv`, `hosts.csv` and `keys.csv`. */
export class DailyRecorder {
  private readonly simulation: Simulation;
  private readonly timestamps: Timestamps;
  private readonly daily: TableWriter<GroupDay>;
  private readonly hosts: TableWriter<HostDay>;
  private readonly keys: TableWriter<KeyDay>;
  /** By host: its counters at the end of the day before. */
  private readonly before: HostTotals[];

  constructor(simulation: Simulation, open: OpenTable, timestamps: Timestamps) {
    this.simulation = simulation;
    this.timestamps = timestamps;
    this.daily = new TableWriter(DAILY_TABLE, open('daily.csv'));
    this.hosts = new TableWriter(HOSTS_TABLE, open('hosts.csv'));
    this.keys = new TableWriter(KEYS_TABLE, open('keys.csv'));
    this.before = simulation.estate.hosts.all.map(() => NOTHING);
  }

  /** Writes the rows of a day that is over. */
  endDay(day: number): void {
    const { simulation, before } = this;
    const { machines, hosts, keys } = simulation.estate;
    const date = this.timestamps.date(day);
    for (const group of machines.groups) this.daily.write({ day, date, simulation, group });
    for (const host of hosts.all) {
      if (!host.online) continue;
      this.hosts.write({ day, date, simulation, host, before: before[host.id] });
      const { requests, activations, renewals, refusals } = host;
      before[host.id] = { requests, activations, renewals, refusals };
    }
    for (const id of keys.table.names.keys()) this.keys.write({ day, date, keys, key: id as KeyId });
  }
}
