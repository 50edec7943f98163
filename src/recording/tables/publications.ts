import type { HostId } from '../../model/definitions/ids.ts';

/** Remembers which KMS hosts have published where, to tell a publication that is news from one that is as before. */
export class Publications {
  private readonly zonesOf = new Map<HostId, Set<string>>();

  /**
   * Notes a publication.
   *
   * @param accepted whether the zone took it
   * @returns whether it is news: refused, the first one in its zone, or the first after a failure
   */
  note(host: HostId, zone: string, accepted: boolean): boolean {
    const zones = this.zonesOf.get(host) ?? new Set();
    this.zonesOf.set(host, zones);
    const isNews = !accepted || !zones.has(zone);
    if (accepted) zones.add(zone);
    else zones.delete(zone);
    return isNews;
  }

  /** A host was down: what it publishes next is news. */
  forget(host: HostId): void {
    this.zonesOf.delete(host);
  }
}
