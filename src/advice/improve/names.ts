import type { JsonObject } from '../../scenario/document/json.ts';
import { SECTION_NAMES } from '../../scenario/schema/sections.ts';
import { mapAt } from './document.ts';

/** Names have at most 64 characters; this leaves room for a number. */
const MAX_WANTED = 56;

/** A name that nothing in a document has: the one that is wanted, or that with a number behind it. */
export function freeName(document: JsonObject, wanted: string): string {
  const taken = new Set(SECTION_NAMES.flatMap((section) => Object.keys(mapAt(document, section))));
  const short = wanted.slice(0, MAX_WANTED).trimEnd();
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? short : `${short}-${number}`;
    if (!taken.has(name)) return name;
  }
}
