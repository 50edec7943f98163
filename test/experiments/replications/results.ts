import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Design } from '../../../src/experiments/replications/design.ts';
import type { ReplicationResult } from '../../../src/experiments/replications/replicate.ts';
import type { ProcessIdentity } from '../../../src/recording/folder/process-identity.ts';
import { days, estate } from '../../model/estate.ts';

/** What no real design has as its hash. */
export const HASH = 'a'.repeat(64);

/** The description of one of two parts of a comparison. */
export const PART = {
  shard: { index: 1, count: 2 },
  version: '1.0.0',
  seed: '42',
  replications: 4,
  name: 'compare-now',
  commandLine: ['vasim', 'compare', 'now.yaml'],
  charts: true,
  evaluation: {},
  designs: [{ name: 'now', title: 'Now', start: '2008-03-03', hash: HASH, random: true, resolved: {} }],
};

/** A result that can be told from others by one number. */
export function resultOf(value: number): ReplicationResult {
  return {
    figures: { machines: { everNotification: value, timeToLicensed: { p50: null } } },
    bands: { licensed: [3, 4], ended: [0, 1] },
  };
}

export const SELF: ProcessIdentity = {
  processId: 7,
  hostname: 'desk',
  retryMilliseconds: 0,
  isRunning: () => false,
  startOf: () => null,
};

export function makeFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'vasim-replications-')));
}

/** A design that is quickly run, with chance in it. */
export function designOf(name: string, count = 6): Design {
  const parameters = estate({
    duration: days(3),
    hosts: { 'kms-1': {} },
    groups: { desks: { count, install: { at: 0, over: days(2), order: 'random' } } },
  });
  return { name, title: name, start: '2008-03-03', parameters, resolved: {}, random: true };
}
