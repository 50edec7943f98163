import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The fingerprints of the shipped scenarios: what each gives, table by table to the byte, and why that is right.
 *
 * A change of the model or of the tables that alters a result makes its test fail. When the alteration is meant,
 * renew the fingerprints and read the difference before it is committed:
 *
 *     VASIM_RENEW_FINGERPRINTS=1 npx vitest run test/scenarios
 *
 * That keeps each `why`, which has to be still true, and leaves that of a new scenario empty, to be written. A
 * scenario without a `why` fails.
 */
export interface Fingerprint {
  /** SHA-256 in hexadecimal of each table, and of the summary as `summary.json`. */
  readonly sha256: TableHashes;
  /** One sentence: what shows that the results are right. */
  readonly why: string;
}

/** SHA-256 in hexadecimal by the name of the file. */
export type TableHashes = Readonly<Record<string, string>>;

export type Fingerprints = Readonly<Record<string, Fingerprint>>;

const FILE = join(import.meta.dirname, 'fingerprints.json');

/** Whether the fingerprints are to be renewed and not compared. */
export const RENEWING = process.env.VASIM_RENEW_FINGERPRINTS === '1';

export function readFingerprints(): Fingerprints {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Fingerprints;
}

/** Writes the fingerprints anew: exactly those of the given names, in their order. */
export function renewFingerprints(results: ReadonlyMap<string, TableHashes>): void {
  const before = readFingerprints();
  const renewed = [...results].map(([name, sha256]) => [name, { sha256, why: before[name]?.why ?? '' }]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(renewed), null, 2)}\n`);
}
