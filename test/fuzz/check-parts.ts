import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareDesigns } from '../../src/experiments/comparison/compare.ts';
import { tabulate } from '../../src/experiments/comparison/design-results.ts';
import { figureColumn } from '../../src/experiments/comparison/figure-values.ts';
import { mergeShards } from '../../src/experiments/replications/merge-shards.ts';
import { ReplicationCache } from '../../src/experiments/replications/replication-cache.ts';
import { resultLine } from '../../src/experiments/replications/result-line.ts';
import { readShard, ShardError } from '../../src/experiments/replications/shard-folder.ts';
import { RunFolderError } from '../../src/recording/folder/folder-error.ts';
import { fakeHost } from '../cli/fake-host.ts';
import { HASH, PART } from '../experiments/replications/results.ts';
import type { Choices } from './random.ts';
import { edited } from './text-edits.ts';

const DESCRIPTION = {
  ...PART,
  evaluation: { primary: 'machines.everNotification', equivalence: { 'machines.everNotification': 1 } },
};
const FIGURES = { machines: { total: 30, everNotification: 1, timeToLicensed: { p50: 3, p95: null } } };

const checksum = (text: string) => createHash('sha256').update(text).digest('hex');

/** A line of results that has a checksum, whatever it says: its maker need not be vasim. */
function forged(line: string): string {
  const content = line.slice(65);
  return `${checksum(content)} ${content}`;
}

function makeLine(choices: Choices): string {
  const replication = choices.between(0, 5);
  const line = resultLine({
    design: HASH,
    replication,
    result: { figures: FIGURES, bands: { licensed: [1, 30], ended: [0, 1] } },
  });
  if (choices.chance(0.5)) return line;
  const changed = edited(line, choices);
  return choices.chance(0.7) ? forged(changed) : changed;
}

/**
 * Makes a part and kept results that somebody else may have made, with checksums that fit or not, and reads, merges and evaluates
 * them: they are taken, or refused in words.
 *
 * @throws Error when anything else happens
 */
export async function checkParts(choices: Choices): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vasim-fuzz-'));
  try {
    checkPart(folder, choices);
    await checkKept(folder, choices);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkPart(folder: string, choices: Choices): void {
  const whole = JSON.stringify(DESCRIPTION);
  const description = choices.chance(0.3) ? whole : edited(whole, choices);
  const results = Array.from({ length: choices.between(0, 4) }, () => `${makeLine(choices)}\n`).join('');
  const manifest = JSON.stringify({
    program: 'vasim',
    files: { 'part.json': checksum(description), 'replications.jsonl': checksum(results) },
  });
  writeFileSync(join(folder, 'part.json'), description);
  writeFileSync(join(folder, 'replications.jsonl'), results);
  writeFileSync(join(folder, 'manifest.json'), choices.chance(0.9) ? manifest : edited(manifest, choices));
  try {
    const { common, results: merged } = mergeShards([readShard(folder, 'part')]);
    const columns = common.designs.map(({ name }, design) =>
      tabulate(
        name,
        new Map([...merged[design]].map(([number, { figures }]) => [number, figureColumn(figures)])),
        true,
      ),
    );
    compareDesigns(columns, common.evaluation);
  } catch (error) {
    if (!(error instanceof ShardError)) throw error;
  }
}

async function checkKept(folder: string, choices: Choices): Promise<void> {
  const place = join(folder, HASH);
  mkdirSync(place);
  const lines = Array.from({ length: choices.between(1, 6) }, () => makeLine(choices));
  writeFileSync(join(place, choices.one(['desk-1.jsonl', 'notes.txt', '.jsonl'])), lines.join('\n'));
  try {
    await new ReplicationCache(folder, HASH, fakeHost()).read(() => true);
  } catch (error) {
    if (!(error instanceof RunFolderError)) throw error;
  }
}
