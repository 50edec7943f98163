/**
 * `manifest.json`: how a folder of results was made. It holds no clock time and no absolute path, so the same
 * scenario, seed and version give the same bytes. It also says what is in the folder, so that vasim
 * can tell whether all of it is its own.
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

/** What a manifest says of a file. */
export interface WrittenFile {
  /** SHA-256, in hexadecimal. */
  readonly checksum: string;
  readonly bytes: number;
}

/**
 * The text of `manifest.json`.
 *
 * @param written every other file, by its path in the folder, with `/`; the manifest lists them in order of their names
 */
export function manifestText(provenance: Provenance, written: ReadonlyMap<string, WrittenFile>): string {
  const { version, seed, commandLine, scenario, missing } = provenance;
  const files = [...written].sort(([left], [right]) => (left < right ? -1 : 1));
  return json({
    formatVersion: FORMAT_VERSION,
    program: PROGRAM,
    version,
    seed: asWritten(seed),
    commandLine,
    scenario,
    ...(missing === undefined || missing.length === 0 ? {} : { missing }),
    files: Object.fromEntries(files.map(([name, { checksum }]) => [name, checksum])),
    sizes: Object.fromEntries(files.map(([name, { bytes }]) => [name, bytes])),
  });
}

/**
 * The manifest that a folder has while it is being made.
 *
 * @param hostname the computer on which that happens
 */
export function unfinishedManifestText(hostname: string): string {
  return json({ program: PROGRAM, unfinishedOn: hostname });
}

/** What the text of a `manifest.json` says of its folder. */
export interface FolderOrigin {
  /** Whether it claims to be of vasim. */
  readonly ours: boolean;
  /** The computer on which the folder is being made, or was when vasim was killed; null for a finished one. */
  readonly unfinishedOn: string | null;
  /** Bytes of every other file in the folder, by its path with `/`: of those that have a checksum too. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Reads who made a folder out of the text of its `manifest.json`; text that is not JSON is nobody's. */
export function readOrigin(text: string): FolderOrigin {
  const { program, unfinishedOn, sizes, files } = parsed(text);
  const checksums = isRecord(files) ? files : {};
  return {
    ours: program === PROGRAM,
    unfinishedOn: typeof unfinishedOn === 'string' ? unfinishedOn : null,
    sizes: new Map(
      Object.entries(isRecord(sizes) ? sizes : {}).flatMap(([name, size]) => {
        const checksum = Object.hasOwn(checksums, name) ? checksums[name] : null;
        const isListed = typeof checksum === 'string' && CHECKSUM.test(checksum) && typeof size === 'number';
        return isListed ? [[name, size] as const] : [];
      }),
    ),
  };
}

/** A SHA-256 in hexadecimal. */
const CHECKSUM = /^[0-9a-f]{64}$/;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Partial<Record<'program' | 'unfinishedOn' | 'sizes' | 'files', unknown>> {
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
