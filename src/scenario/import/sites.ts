/** The container that Active Directory puts computers into that nobody places: it is no place. */
const BUILT_IN_CONTAINER = 'computers';

/**
 * The first organizational unit below the domain that a computer is in.
 *
 * @param written a distinguished name (RFC 4514), a canonical name or path with slashes, or the unit's plain name
 * @param computer the computer's name, which canonical names end with
 * @returns an empty text for none
 */
export function siteOfUnit(written: string, computer: string): string {
  if (/^\s*(?:CN|OU|DC)\s*=/i.test(written)) return siteOfDistinguishedName(written);
  if (!/[/\\]/.test(written)) return written;
  const [, unit = '', ...deeper] = written.split(/[/\\]/).map((step) => step.trim());
  const isComputer = deeper.length === 0 && unit.toLowerCase() === computer.toLowerCase();
  return isComputer || unit.toLowerCase() === BUILT_IN_CONTAINER ? '' : unit;
}

/** Its last `OU=`: the steps of a distinguished name go from the computer up to the domain. */
function siteOfDistinguishedName(written: string): string {
  const steps = written.match(/(?:\\.|[^,\\])+/gs) ?? [];
  const unit = steps.findLast((step) => /^\s*OU\s*=/i.test(step));
  return unit === undefined ? '' : unescapeStep(unit.replace(/^[^=]*=/, '')).trim();
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
