import { CONDITION_NAMES, Condition } from '../model/conditions.ts';
import type { Host } from '../model/hosts.ts';
import type { KeyId } from '../model/ids.ts';
import type { Group } from '../model/machines.ts';
import type { World } from '../model/world.ts';
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
  private readonly world: World;
  private readonly timestamps: Timestamps;
  private readonly daily: Table;
  private readonly hosts: Table;
  private readonly keys: Table;
  private readonly before: readonly HostTotals[];

  constructor(world: World, open: OpenTable, timestamps: Timestamps) {
    this.world = world;
    this.timestamps = timestamps;
    this.daily = open('daily.csv');
    this.hosts = open('hosts.csv');
    this.keys = open('keys.csv');
    this.before = world.hosts.all.map(() => ({ requests: 0, activations: 0, renewals: 0, refusals: 0 }));
  }

  /** Writes the rows of a day that is over. */
  endDay(day: number): void {
    const date = this.timestamps.date(day);
    for (const group of this.world.machines.groups) this.writeGroup(day, date, group);
    for (const host of this.world.hosts.all) {
      if (host.online) this.writeHost(day, date, host);
    }
    for (const [id, name] of this.world.keys.table.names.entries())
      this.writeKey(day, date, id as KeyId, name);
  }

  private writeGroup(day: number, date: string, group: Group): void {
    const members = DAILY_CONDITIONS.map((condition) => this.world.ledger.members(group, condition));
    const installed = members.reduce((sum, count) => sum + count, 0);
    this.daily.write([day, date, group.name, installed, ...members]);
  }

  private writeHost(day: number, date: string, host: Host): void {
    const { hosts } = this.world;
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
    const { keys } = this.world;
    this.keys.write([day, date, name, keys.typeOf(id), keys.used(id), keys.remaining(id)]);
  }
}
