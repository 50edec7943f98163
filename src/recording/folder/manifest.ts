/**
 * `manifest.json`: how a folder of results was made. It holds no clock time and no absolute path, so the same
 * scenario, seed and version give the same bytes. It also marks a folder as one that vasim may replace.
 */

/** The file's name in a folder of results. */
export const MANIFEST = 'manifest.json';

const PROGRAM = 'vasim';

/** Grows when a key of the manifest changes its meaning. */
const FORMAT_VERSION = 1;

/** How results were made. */
export interface Provenance {
  readonly version: string;
  readonly seed: string;
  /** The command, the scenario's file name and the options that change results, one word an element. */
  readonly commandLine: readonly string[];
  /** The scenario with everything merged, as plain JSON. */
  readonly scenario: unknown;
  /** What is missing of what the command line asks for, as sentences; nothing unless parts were merged. */
  readonly missing?: readonly string[];
}

/**
 * The text of `manifest.json`.
 *
 * @param checksums SHA-256 in hexadecimal of every other file, by its path in the folder, with `/`; the manifest
 *   lists them in order of their names
 */
export function manifestText(provenance: Provenance, checksums: ReadonlyMap<string, string>): string {
  const { version, seed, commandLine, scenario, missing } = provenance;
  const files = [...checksums].sort(([left], [right]) => (left < right ? -1 : 1));
  const written = asWritten(seed);
  return json({
    formatVersion: FORMAT_VERSION,
    program: PROGRAM,
    version,
    seed: written,
    commandLine,
    scenario,
    ...(missing === undefined || missing.length === 0 ? {} : { missing }),
    files: Object.fromEntries(files),
  });
}

/**
 * The manifest that a folder has while it is being made.
 *
 * @param computer the name of the computer on which that happens
 */
export function unfinishedManifestText(computer: string): string {
  return json({ program: PROGRAM, unfinishedOn: computer });
}

/** What the text of a `manifest.json` says of its folder. */
export interface FolderOrigin {
  /** Whether vasim made the folder. */
  readonly ours: boolean;
  /** The computer on which it is, or was when vasim broke off, being made; null for a finished one. */
  readonly unfinishedOn: string | null;
}

/** Reads who made a folder out of the text of its `manifest.json`; text that is no JSON is nobody's. */
export function readOrigin(text: string): FolderOrigin {
  const content = parsed(text);
  const ours = content.program === PROGRAM;
  return { ours, unfinishedOn: typeof content.unfinishedOn === 'string' ? content.unfinishedOn : null };
}

function parsed(text: string): Partial<Record<'program' | 'unfinishedOn', unknown>> {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? content : {};
  } catch {
    return {};
  }
}

/** A seed that is a number, as one. */
function asWritten(seed: string): string | number {
  const number = Number(seed);
  return Number.isSafeInteger(number) && String(number) === seed ? number : seed;
}

function json(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
