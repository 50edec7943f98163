/** Containers that Active Directory puts computers into that nobody places: they are no units. */
const BUILT_IN = /^(?:computers|domain controllers|managed service accounts)$/i;

/** Steps of a path that are looked at. */
const MAX_STEPS = 64;

/**
 * The organizational units that a computer is in, the one below the domain first.
 *
 * @param written a distinguished name (RFC 4514), a canonical name or path with slashes, or a unit's plain name
 * @param computer the computer's name, which canonical names end with
 */
export function unitsOf(written: string, computer: string): readonly string[] {
  if (/^\s*(?:LDAP:\/\/[^/]*\/?)?(?:CN|OU|DC)\s*=/i.test(written)) return unitsAbove(written);
  if (!/[/\\]/.test(written)) return [written.trim()].filter(isUnit);
  const steps = written
    .split(/[/\\]/, MAX_STEPS)
    .slice(1)
    .map((step) => step.trim());
  if (steps.at(-1)?.toLowerCase() === computer.toLowerCase()) steps.pop();
  return steps.filter(isUnit);
}

/** Units by the part of distinguished names behind the computer's own: many computers are in one unit. */
const remembered = new Map<string, readonly string[]>();
const MAX_REMEMBERED = 10_000;

function unitsAbove(written: string): readonly string[] {
  const own = /^\s*CN=[^,\\]*,/i.exec(written);
  if (own === null) return unitsOfDistinguishedName(written);
  const parent = written.slice(own[0].length);
  const known = remembered.get(parent);
  if (known !== undefined) return known;
  const units = unitsOfDistinguishedName(parent);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(parent, units);
  return units;
}

function isUnit(unit: string): boolean {
  return unit !== '' && !BUILT_IN.test(unit);
}

/** Its `OU=` steps: a distinguished name goes from the computer up to the domain. */
function unitsOfDistinguishedName(written: string): string[] {
  const units = stepsOf(written).filter((step) => /^\s*OU\s*=/i.test(step));
  return units
    .map((step) => unescapeStep(step.replace(/^[^=]*=/, '')).trim())
    .reverse()
    .filter(isUnit);
}

/** The DNS domain that the `DC=` steps of a distinguished name spell; an empty text for none. */
export function domainOf(written: string): string {
  const steps = stepsOf(written).filter((step) => /^\s*DC\s*=/i.test(step));
  return steps
    .map((step) => step.replace(/^[^=]*=/, '').trim())
    .join('.')
    .toLowerCase();
}

function stepsOf(written: string): string[] {
  return (written.match(/(?:\\.|[^,\\])+/gs) ?? []).slice(0, MAX_STEPS);
}

/** Takes the escapes of RFC 4514 out: a backslash and the character, or the two digits of a byte of UTF-8. */
function unescapeStep(step: string): string {
  return step.replace(/(?:\\[0-9a-f]{2})+|\\(.)/gis, (written, character: string | undefined) => {
    if (character !== undefined) return character;
    const bytes = written
      .slice(1)
      .split('\\')
      .map((byte) => Number.parseInt(byte, 16));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  });
}
