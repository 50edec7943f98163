import { createHash } from 'node:crypto';
import type { Figures } from '../../recording/figures/figures.ts';
import { parseBounded } from './bounded-file.ts';
import type { Bands } from './days-watch.ts';
import type { ReplicationResult } from './replicate.ts';

/** A result as it is kept: with the design and the replication that it belongs to. */
export interface KeptResult {
  /** The design's hash. */
  readonly design: string;
  readonly replication: number;
  readonly result: ReplicationResult;
}

/** What was read from a line. */
export interface ParsedResult extends KeptResult {
  /** Equal for equal results only. */
  readonly checksum: string;
}

const CHECKSUM_LENGTH = 64;

/** A result as a line of text, without its end: the SHA-256 of what follows it, a space, and the result as JSON. */
export function resultLine({ design, replication, result }: KeptResult): string {
  const { figures, bands } = result;
  const content = JSON.stringify({ design, replication, figures, bands });
  return `${checksumOf(content)} ${content}`;
}

/**
 * Reads what {@link resultLine} has written.
 *
 * @returns null for every other line: one that is cut short, changed or somebody else's
 */
export function parseResultLine(line: string): ParsedResult | null {
  const checksum = line.slice(0, CHECKSUM_LENGTH);
  const content = line.slice(CHECKSUM_LENGTH + 1);
  if (line[CHECKSUM_LENGTH] !== ' ' || checksumOf(content) !== checksum) return null;
  const { design, replication, figures, bands } = parsed(content);
  if (typeof design !== 'string' || !isCount(replication)) return null;
  if (!isFigures(figures) || !isBands(bands)) return null;
  return { design, replication, result: { figures, bands }, checksum };
}

function checksumOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

function parsed(content: string): Record<string, unknown> {
  try {
    const value = parseBounded(content);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function isFigures(value: unknown): value is Figures {
  if (!isRecord(value)) return false;
  return Object.values(value).every(
    (figure) => figure === null || typeof figure === 'number' || isFigures(figure),
  );
}

function isBands(value: unknown): value is Bands {
  if (!isRecord(value)) return false;
  const { licensed, ended } = value;
  return isCounts(licensed) && isCounts(ended) && licensed.length === ended.length;
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every(isCount);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
