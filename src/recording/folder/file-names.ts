import { hasInvisible } from '../../text/visible-text.ts';

/** Bytes of a file's name without its ending: file systems take 255, and something may be added in front and behind. */
const MAX_BYTES = 170;

/** Names that Windows keeps for devices, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name that every file system takes and that leads into no other folder: what Windows refuses, slashes and characters
 * that cannot be seen become `_`; what is too long is cut.
 */
export function safeFileName(wanted: string): string {
  const visible = Array.from(wanted, (character) => (hasInvisible(character) ? '_' : character)).join('');
  const name = visible.replace(/[<>:"/\\|?*]/g, '_').replace(/[. ]+$/, '_');
  return shortened(RESERVED.test(name) ? `_${name}` : name);
}

/** The name cut to what fits, between two characters, and with a hash, so that two long names stay two. */
function shortened(name: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of name) {
    bytes += utf8Bytes(character);
    if (bytes > MAX_BYTES) return `${kept}~${hashOf(name)}`;
    kept += character;
  }
  return kept;
}

/** FNV-1a, in hexadecimal. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

function utf8Bytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Characters of a file's name without its ending. */
const MAX_CHARACTERS = 100;

/**
 * Names of files after things that a scenario names: letters, digits, `.`, `_` and `-` alone, so that no name leads
 * anywhere else, and no two are equal even where a file system ignores case.
 */
export class FileNames {
  private readonly taken = new Set<string>();

  /** A file name, without ending, that is like what is wanted and was not given before. */
  give(wanted: string): string {
    const base = safeFileName(wanted.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, MAX_CHARACTERS));
    let name = base;
    for (let number = 2; this.taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}
