import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runReportHtml } from '../../src/page/file/run-report.ts';
import { summaryText } from '../../src/recording/summary-document.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type MemoryRun, runInMemory } from '../scenarios/run-in-memory.ts';

/** A report that is written, and the run that it is about. */
export interface WrittenReport {
  readonly path: string;
  readonly html: Buffer;
  readonly run: MemoryRun;
}

/** Runs a scenario and writes its report into a folder of its own. */
export function writeReport(scenario: Scenario): WrittenReport {
  const run = runInMemory(scenario, { events: 'changes' });
  const checksums = new Map([...run.tables].map(([name, text]) => [name as string, sha256(text)]));
  checksums.set('summary.json', sha256(summaryText(scenario, run)));
  const html = runReportHtml({
    scenario,
    outcome: run,
    events: 'changes',
    origin: { version: '1.2.3', seed: scenario.seed, commandLine: ['vasim', 'run', 'scenario.yaml'] },
    checksums,
  });
  const path = join(mkdtempSync(join(tmpdir(), 'vasim-page-')), 'report.html');
  writeFileSync(path, html);
  return { path, html, run };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
