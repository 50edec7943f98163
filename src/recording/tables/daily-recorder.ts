import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { KeyId } from '../../model/definitions/ids.ts';
import type { Group } from '../../model/estate/machines.ts';
import type { Host } from '../../model/kms/hosts.ts';
import type { Simulation } from '../../model/simulation.ts';
import type { OpenTable, Table } from './tables.ts';
import type { Timestamps } from './timestamps.ts';

/** A host's counters at the end of the day before, to take the day's share from. */
interface HostTotals {
  requests: number;
  activations: number;
  renewals: number;
  refusals: number;
}

/** Conditions in the order of the columns of `daily.csv`. */
const DAILY_CONDITIONS: readonly Condition[] = [
  Condition.Licensed,
  Condition.OOBGrace,
  Condition.OOTGrace,
  Condition.NonGenuineGrace,
  Condition.Notification,
  Condition.Unlicensed,
];

/** Writes the tables that have rows for each day: `daily.csv`, `hosts.csv` and `keys.csv`. */
export class DailyRecorder {
  private readonly simulation: Simulation;
  private readonly timestamps: Timestamps;
  private readonly daily: Table;
  private readonly hosts: Table;
  private readonly keys: Table;
  private readonly before: readonly HostTotals[];

  constructor(simulation: Simulation, open: OpenTable, timestamps: Timestamps) {
    this.simulation = simulation;
    this.timestamps = timestamps;
    this.daily = open('daily.csv');
    this.hosts = open('hosts.csv');
    this.keys = open('keys.csv');
    this.before = simulation.hosts.all.map(() => ({ requests: 0, activations: 0, renewals: 0, refusals: 0 }));
  }

  /** Writes the rows of a day that is over. */
  endDay(day: number): void {
    const date = this.timestamps.date(day);
    for (const group of this.simulation.machines.groups) this.writeGroup(day, date, group);
    for (const host of this.simulation.hosts.all) {
      if (host.online) this.writeHost(day, date, host);
    }
    for (const [id, name] of this.simulation.keys.table.names.entries())
      this.writeKey(day, date, id as KeyId, name);
  }

  private writeGroup(day: number, date: string, group: Group): void {
    const members = DAILY_CONDITIONS.map((condition) => this.simulation.history.members(group, condition));
    const installed = members.reduce((sum, count) => sum + count, 0);
    this.daily.write([day, date, group.name, installed, ...members]);
  }

  private writeHost(day: number, date: string, host: Host): void {
    const { hosts } = this.simulation;
    const before = this.before[host.id];
    this.hosts.write([
      day,
      date,
      host.name,
      CONDITION_NAMES[host.condition],
      hosts.count(host),
      hosts.capacity(host),
      host.requests - before.requests,
      host.activations - before.activations,
      host.renewals - before.renewals,
      host.refusals - before.refusals,
    ]);
    before.requests = host.requests;
    before.activations = host.activations;
    before.renewals = host.renewals;
    before.refusals = host.refusals;
  }

  private writeKey(day: number, date: string, id: KeyId, name: string): void {
    const { keys } = this.simulation;
    this.keys.write([day, date, name, keys.typeOf(id), keys.used(id), keys.remaining(id)]);
  }
}
