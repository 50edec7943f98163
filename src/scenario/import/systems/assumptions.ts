import { isSystemName } from '../../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../../model/definitions/systems.ts';
import { suggestion } from '../../../text/nearest.ts';
import { InventoryError } from '../basics/inventory-error.ts';
import { shown } from '../basics/shown.ts';
import { GENERATIONS, type Generation } from './generations.ts';
import type { SystemFact } from './recognize.ts';

/** Editions to assume where nothing says one, by the key of the system. */
export type Assumptions = ReadonlyMap<string, SystemName>;

/** An edition, and what of it is assumed. */
export interface ChosenEdition {
  readonly edition: SystemName;
  readonly assumed: 'nothing' | 'edition' | 'service-pack';
}

/** Other words for systems in `--assume`. */
const ALIASES: Readonly<Record<string, string>> = {
  server: 'server-2008',
  client: 'vista',
  'windows-vista': 'vista',
};

/**
 * Reads `vista=vista-business,server=server-2008-standard`.
 *
 * @throws InventoryError when a system or edition is not known, or the edition is one of another system
 */
export function readAssumptions(written: readonly string[]): Assumptions {
  const assumptions = new Map<string, SystemName>();
  const parts = written.flatMap((text) => text.split(',')).map((part) => part.trim());
  for (const part of parts.filter((text) => text !== '')) {
    const [word, edition, more] = part.split('=').map((text) => text.trim());
    if (edition === undefined || edition === '' || more !== undefined) {
      throw new InventoryError({
        name: 'unknown-assumption',
        message: `--assume takes SYSTEM=EDITION, such as \`vista=vista-business\`, not \`${shown(part)}\``,
      });
    }
    const key = Object.hasOwn(ALIASES, word) ? ALIASES[word] : word;
    const system = GENERATIONS.find((row) => row.key === key);
    if (system === undefined) {
      const known = [...Object.keys(ALIASES), ...GENERATIONS.filter(isModeled).map((row) => row.key)];
      throw new InventoryError({
        name: 'unknown-assumption',
        message: `--assume: there is no system \`${shown(word)}\`${suggestion(word, known)}`,
      });
    }
    assumptions.set(key, editionOf(system, edition));
  }
  return assumptions;
}

function isModeled({ editions }: Generation): boolean {
  return Object.keys(editions).length > 0;
}

function editionOf(system: Generation, written: string): SystemName {
  const names = Object.values(system.editions).flatMap((name) => [name, `${name}-sp1`]);
  const editions = names.filter(isSystemName);
  const found = editions.find((name) => name === written);
  if (found !== undefined) return found;
  throw new InventoryError({
    name: 'unknown-assumption',
    message: `--assume: \`${shown(written)}\` is no edition of ${system.title}${suggestion(written, editions)}`,
  });
}

/** Words for each edition that has no volume license or none here. */
const KIND_WITHOUT_LICENSE = 'a kind of Windows Server 2008 without volume edition here';

/**
 * The edition that a scenario can have for a system, with what is assumed where nothing says it.
 *
 * @returns a reason where there is none
 */
export function chooseEdition(
  fact: SystemFact,
  assumptions: Assumptions,
): ChosenEdition | { readonly reason: string } {
  const { system, edition, servicePack } = fact;
  if (!isModeled(system)) return { reason: system.whyLeftOut };
  if (edition === null) {
    const assumed = assumptions.get(system.key);
    if (assumed === undefined) return { reason: unknownEdition(system) };
    return {
      edition:
        servicePack === null ? assumed : withServicePack(assumed.replace(/-sp1$/, ''), servicePack, system),
      assumed: 'edition',
    };
  }
  const name = system.editions[edition];
  if (name === undefined)
    return { reason: system.key === 'server-2008' ? KIND_WITHOUT_LICENSE : noVolumeLicense(system) };
  if (!system.servicePackEditions || servicePack !== null)
    return { edition: withServicePack(name, servicePack ?? 0, system), assumed: 'nothing' };
  return { edition: withServicePack(name, 1, system), assumed: 'service-pack' };
}

function withServicePack(name: string, servicePack: number, { servicePackEditions }: Generation): SystemName {
  const edition = servicePackEditions && servicePack > 0 ? `${name}-sp1` : name;
  return edition as SystemName;
}

function unknownEdition({ title, key, editions }: Generation): string {
  const example = Object.values(editions)[0];
  return `${title} of unknown edition: say which with \`--assume ${key === 'server-2008' ? 'server' : key}=${key === 'server-2008' ? 'server-2008-standard' : example}\``;
}

function noVolumeLicense({ title }: Generation): string {
  return `an edition of ${title} without volume license`;
}
