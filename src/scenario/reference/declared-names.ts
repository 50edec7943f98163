import { isJsonObject, type JsonObject } from '../document/json.ts';
import { type Kind, SECTION_NAMES, SECTIONS } from '../schema/sections.ts';

/** Names that a scenario declares, by what they name. */
export type DeclaredNames = ReadonlyMap<Kind, readonly string[]>;

/** The names in a scenario's document, as it is after `extends` and overrides. */
export function declaredNames(resolved: JsonObject): DeclaredNames {
  return new Map(
    SECTION_NAMES.map((section) => {
      const entries = resolved[section];
      return [SECTIONS[section], isJsonObject(entries) ? Object.keys(entries) : []];
    }),
  );
}
