import type { SystemName } from '../../../model/definitions/systems.ts';
import { activationIdOf } from './activation-ids.ts';
import type { EditionWord } from './edition-words.ts';
import { GENERATIONS } from './generations.ts';

/** The activation ID of a system's KMS client, which is the same for all its service packs; undefined for none known. */
export function activationIdOfSystem(name: SystemName): string | undefined {
  const plain = name.replace(/-sp1$/, '');
  for (const { key, editions } of GENERATIONS) {
    const found = Object.entries(editions).find(([, edition]) => edition === plain);
    if (found !== undefined) return activationIdOf(key, found[0] as EditionWord);
  }
  return undefined;
}
