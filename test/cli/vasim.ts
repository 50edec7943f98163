import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { fakeHost } from './fake-host.ts';

/** The built command line: `npm test` builds it first. */
export const MAIN = join(import.meta.dirname, '../../dist/vasim.js');

/** An estate that is quickly run: its 30 machines are licensed within days. */
export const SCENARIO = `title: Branch
duration: 40 d
networks:
  core: { dns: corp.example, internet: true }
dns:
  corp.example: { network: core }
keys:
  corp-kms: { type: kms, group: server-c }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
machines:
  desks: { count: 30, os: vista-enterprise-sp1, network: core, install: { over: 14 d } }
expect:
  - { figure: machines.everLicensed, is: 30 }
`;

/** What a process of the command line left behind. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface Start {
  /** The current folder. */
  readonly cwd: string;
  readonly input?: string;
  readonly environment?: Record<string, string>;
}

/** Starts `vasim` with the given words. */
export function start(words: readonly string[], { cwd, environment }: Start): ChildProcess {
  return spawn(process.execPath, [MAIN, ...words], { cwd, env: { ...process.env, ...environment } });
}

/** Runs `vasim` with the given words to its end. */
export function vasim(words: readonly string[], options: Start): Promise<Ended> {
  const child = start(words, options);
  child.stdin?.end(options.input);
  return ended(child);
}

/**
 * Does what `vasim` does with the given words, in this process: many times as quick, for tests of what is said
 * rather than of processes and streams.
 */
export async function vasimHere(
  words: readonly string[],
  { cwd, input, environment }: Start,
): Promise<Ended> {
  const host = fakeHost({ args: words, currentFolder: cwd, input, environment });
  const status = await runCommandLine(host);
  return { status, output: host.data, errors: host.written };
}

/** Waits for a process to end. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const status = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [output, errors] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { status: await status, output, errors };
}

/** A folder of its own for a test, with the scenario as `branch.yaml`. */
export function makeWorkFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'vasim-cli-')));
  writeFileSync(join(folder, 'branch.yaml'), SCENARIO);
  return folder;
}

export function removeWorkFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
