import { KeyedRandom } from '../../engine/random.ts';
import { subjectKey } from '../../engine/subject-key.ts';
import { DrawPurpose } from '../../model/definitions/draw-purposes.ts';
import type { ClientMachineId } from '../../model/definitions/ids.ts';
import { isSystemName } from '../../model/definitions/system-lookups.ts';
import { activationIdOfSystem } from '../../scenario/import/systems/product-ids.ts';

const HEXADECIMAL = 16;

/**
 * Identifiers as Windows logs them. CMIDs are made up: stable for a seed, and the same whatever other machines an
 * estate has. Activation IDs are the published ones of the KMS clients, so that what reads real logs knows them.
 */
export class Identifiers {
  private readonly random: KeyedRandom;
  private readonly guidOf = new Map<ClientMachineId, string>();
  private readonly ofEditions = new Map<string, string>();
  private readonly madeFor = new Map<string, number>();

  /** @param seed the scenario's */
  constructor(seed: string) {
    this.random = new KeyedRandom(seed, 0);
  }

  /**
   * The GUID of a CMID.
   *
   * @param machine the name of the machine that has it; of clones, the first to ask names it for all
   */
  ofClient(id: ClientMachineId, machine: string): string {
    let guid = this.guidOf.get(id);
    if (guid === undefined) {
      const made = this.madeFor.get(machine) ?? 0;
      this.madeFor.set(machine, made + 1);
      guid = this.guid(DrawPurpose.ClientGuid, machine, made);
      this.guidOf.set(id, guid);
    }
    return guid;
  }

  /** The activation ID of an edition: the published one, which service packs share; else one that is made up. */
  ofEdition(edition: string): string {
    let id = this.ofEditions.get(edition);
    if (id === undefined) {
      const known = isSystemName(edition) ? activationIdOfSystem(edition) : undefined;
      id = known ?? this.guid(DrawPurpose.ActivationId, edition, 0);
      this.ofEditions.set(edition, id);
    }
    return id;
  }

  private guid(purpose: number, subject: string, occurrence: number): string {
    const words = this.random.words(purpose, subjectKey(subject), occurrence);
    const bytes = words.flatMap((word) => [
      word >>> 24,
      (word >>> 16) & 0xff,
      (word >>> 8) & 0xff,
      word & 0xff,
    ]);
    // Version 4, variant 1 (RFC 4122), so that tools that check take it.
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hexadecimal = bytes.map((byte) => byte.toString(HEXADECIMAL).padStart(2, '0')).join('');
    return hexadecimal.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}
