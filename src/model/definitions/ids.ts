/**
 * Rows of the model's columns. The brands keep a host's number from being passed where a machine's is wanted;
 * at run time all of them are plain integers from 0.
 */
export type MachineId = number & { readonly brand: 'machine' };
export type HostId = number & { readonly brand: 'host' };
export type NetworkId = number & { readonly brand: 'network' };
export type ZoneId = number & { readonly brand: 'zone' };
export type KeyId = number & { readonly brand: 'key' };
export type DomainId = number & { readonly brand: 'domain' };
export type VamtId = number & { readonly brand: 'vamt' };

/** A client machine ID. It belongs to the client, which sends it with each request (Operations Guide). */
export type ClientMachineId = number & { readonly brand: 'cmid' };

/** The row of nothing: no host cached, no zone to ask. */
export const NONE = -1;

/** Numbers the names of a collection in order and finds them again. */
export class NameTable<Id extends number> {
  readonly names: readonly string[];
  private readonly ids: ReadonlyMap<string, number>;

  constructor(names: Iterable<string>) {
    this.names = [...names];
    this.ids = new Map(this.names.map((name, id) => [name, id]));
  }

  get size(): number {
    return this.names.length;
  }

  /** The row of a name, or `undefined` when there is none. */
  find(name: string): Id | undefined {
    return this.ids.get(name) as Id | undefined;
  }

  /**
   * The row of a name.
   *
   * @throws Error when there is none: parameters are checked before they come here
   */
  idOf(name: string): Id {
    const id = this.find(name);
    if (id === undefined)
      throw new Error(`parameters name ${JSON.stringify(name)}, which they do not define`);
    return id;
  }
}
