import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The fingerprints of the shipped scenarios: what each gives, to the byte, and why that is right.
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
  /** SHA-256 over all tables and the summary. */
  readonly sha256: string;
  /** One sentence: what shows that the result is right. */
  readonly why: string;
}

export type Fingerprints = Readonly<Record<string, Fingerprint>>;

const FILE = join(import.meta.dirname, 'fingerprints.json');

/** Whether the fingerprints are to be renewed and not compared. */
export const RENEWING = process.env.VASIM_RENEW_FINGERPRINTS === '1';

export function readFingerprints(): Fingerprints {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Fingerprints;
}

/** Writes the fingerprints anew: exactly those of the given names, in their order. */
export function renewFingerprints(results: ReadonlyMap<string, string>): void {
  const before = readFingerprints();
  const renewed = [...results].map(([name, sha256]) => [name, { sha256, why: before[name]?.why ?? '' }]);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(renewed), null, 2)}\n`);
}
