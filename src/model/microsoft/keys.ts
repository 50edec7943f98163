import type { Estate } from '../definitions/estate.ts';
import { type HostId, type KeyId, NameTable } from '../definitions/ids.ts';
import type { KeyGroup } from '../definitions/key-groups.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly keys: Keys;
  }
}

interface Key {
  readonly type: 'kms' | 'mak';
  readonly group: KeyGroup;
  /** Hosts that a KMS key may activate; 0 for a MAK. */
  hosts: number;
  activationsPerHost: number;
  /** Activations that a MAK's pool was granted; 0 for a KMS key. */
  pool: number;
  used: number;
  /** Activations used by each host that the KMS key activated. */
  readonly usedByHost: Map<HostId, number>;
}

/** Volume license keys and what is used of them. */
export class Keys {
  readonly table: NameTable<KeyId>;
  private readonly keys: Key[];

  constructor({ parameters: { keys } }: Pick<Estate, 'parameters'>) {
    this.table = new NameTable(keys.keys());
    this.keys = Array.from(keys.values(), (key) => ({
      type: key.type,
      group: key.group,
      hosts: key.type === 'kms' ? key.hosts : 0,
      activationsPerHost: key.type === 'kms' ? key.activationsPerHost : 0,
      pool: key.type === 'mak' ? key.activations : 0,
      used: 0,
      usedByHost: new Map(),
    }));
  }

  typeOf(key: KeyId): 'kms' | 'mak' {
    return this.keys[key].type;
  }

  groupOf(key: KeyId): KeyGroup {
    return this.keys[key].group;
  }

  /** Activations with Microsoft that the key was used for. */
  used(key: KeyId): number {
    return this.keys[key].used;
  }

  /** Activations that are left: of a MAK's pool, or of all hosts of a KMS key. */
  remaining(key: KeyId): number {
    const { pool, hosts, activationsPerHost, used } = this.keys[key];
    return pool + hosts * activationsPerHost - used;
  }

  /**
   * Takes one activation of a MAK's pool.
   *
   * @returns false when it is empty
   */
  takeFromPool(keyId: KeyId): boolean {
    const key = this.keys[keyId];
    if (key.used >= key.pool) return false;
    key.used += 1;
    return true;
  }

  /**
   * Takes one activation of a KMS key for an activation object of Active Directory; it takes none of the key's hosts.
   *
   * @returns false when all activations are used up
   */
  takeForDirectory(keyId: KeyId): boolean {
    if (this.remaining(keyId) <= 0) return false;
    this.keys[keyId].used += 1;
    return true;
  }

  /** Adds what Microsoft's call center granted: to a MAK's pool, or hosts and activations of each to a KMS key. */
  raise(keyId: KeyId, activations: number, hosts: number): void {
    const key = this.keys[keyId];
    if (key.type === 'mak') key.pool += activations;
    else {
      key.hosts += hosts;
      key.activationsPerHost += activations;
    }
  }

  /**
   * Takes one activation of a KMS key for a host: one of the key's hosts the first time, then one of the
   * host's own (Planning Guide, Activating Subsequent KMS Hosts).
   *
   * @returns false when they are used up
   */
  takeForHost(keyId: KeyId, host: HostId): boolean {
    const key = this.keys[keyId];
    const used = key.usedByHost.get(host) ?? 0;
    if (used === 0 && key.usedByHost.size >= key.hosts) return false;
    if (used >= key.activationsPerHost || this.remaining(keyId) <= 0) return false;
    key.usedByHost.set(host, used + 1);
    key.used += 1;
    return true;
  }
}
