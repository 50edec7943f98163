import { type NoSystem, recognize, type SystemFact, type SystemTexts } from './recognize.ts';

/** Different texts that are remembered: estates have few, damaged files many. */
const MAX_REMEMBERED = 10_000;

/** Recognizes systems as {@link recognize}, each combination of texts once. */
export function newRecognizer(): (texts: SystemTexts) => SystemFact | NoSystem {
  const remembered = new Map<string, SystemFact | NoSystem>();
  return ({ os, edition, servicePack, version, activationId }) => {
    const key = `${os}\n${edition}\n${servicePack === null ? '-' : `+${servicePack}`}\n${version}\n${activationId}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const found = recognize({ os, edition, servicePack, version, activationId });
    if (remembered.size < MAX_REMEMBERED) remembered.set(key, found);
    return found;
  };
}
