/** A computer's name and, where it is written with one, its domain. */
export interface SplitName {
  readonly short: string;
  /** In lower case; empty for none. */
  readonly domain: string;
}

/** Parts `pc001.corp.example` into name and domain; addresses and names that only have dots in them stay whole. */
export function splitName(written: string): SplitName {
  const name = written.trim().replace(/\.$/, '');
  const found = /^([A-Za-z0-9_-]{1,63})\.((?:[A-Za-z0-9_-]{1,63}\.)*[A-Za-z][A-Za-z0-9_-]{0,62})$/.exec(name);
  return found === null ? { short: name, domain: '' } : { short: found[1], domain: found[2].toLowerCase() };
}
