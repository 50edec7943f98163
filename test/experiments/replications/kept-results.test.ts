import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evictOldest } from '../../../src/experiments/replications/evict-oldest.ts';
import { ReplicationCache } from '../../../src/experiments/replications/replication-cache.ts';
import { resultLine } from '../../../src/experiments/replications/result-line.ts';
import { makeFolder, resultOf, SELF } from './results.ts';

const HASH = 'a'.repeat(64);
const all = () => true;

let root: string;
beforeEach(() => {
  root = makeFolder();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const keep = () => new ReplicationCache(root, HASH, SELF);
const fileOf = (name: string) => join(root, HASH, name);

function keepSome(...replications: number[]): void {
  const kept = keep();
  for (const replication of replications) kept.append(replication, resultOf(replication));
  kept.close();
}

describe('kept results', () => {
  test('are there again for another process', async () => {
    keepSome(0, 5);
    const { results, damage } = await keep().read(all);
    expect([...results]).toEqual([
      [0, resultOf(0)],
      [5, resultOf(5)],
    ]);
    expect(damage).toBe(0);
  });

  test('are read only as far as they are wanted', async () => {
    keepSome(0, 1, 2);
    expect([...(await keep().read((replication) => replication === 1)).results.keys()]).toEqual([1]);
  });

  test('leave nothing behind where nothing was kept', async () => {
    keep().close();
    expect((await keep().read(all)).results.size).toBe(0);
    expect(readdirSync(root)).toEqual([]);
  });

  test('are in a file of its own for each process, even one with a number used before', async () => {
    const one = keep();
    const other = keep();
    one.append(0, resultOf(0));
    other.append(1, resultOf(1));
    one.append(2, resultOf(2));
    expect(readdirSync(join(root, HASH))).toEqual(['desk-7-2.jsonl', 'desk-7.jsonl']);
    expect([...(await keep().read(all)).results.keys()].sort()).toEqual([0, 1, 2]);
    one.close();
    other.close();
  });

  test('are forgotten when asked', async () => {
    keepSome(0);
    keep().clear();
    expect(existsSync(join(root, HASH))).toBe(false);
  });
});

describe('what is not as it should be', () => {
  test.each<[string, (line: string) => string]>([
    ['a line that was cut off', (line) => line.slice(0, -20)],
    ['a bit that was turned', (line) => line.replace('"replication":1', '"replication":3')],
    ['a foreign line', () => 'hello'],
  ])('%s is counted and not believed; the lines around it are', async (_what, damaged) => {
    keepSome(0, 1, 2);
    const lines = readFileSync(fileOf('desk-7.jsonl'), 'utf8').split('\n');
    lines[1] = damaged(lines[1]);
    writeFileSync(fileOf('desk-7.jsonl'), lines.join('\n'));
    const { results, damage } = await keep().read(all);
    expect([...results.keys()]).toEqual([0, 2]);
    expect(damage).toBe(1);
  });

  test('a result of another design is not believed', async () => {
    keepSome(0);
    const foreign = resultLine({ design: 'b'.repeat(64), replication: 1, result: resultOf(1) });
    appendFileSync(fileOf('desk-7.jsonl'), `${foreign}\n`);
    const { results, damage } = await keep().read(all);
    expect([...results.keys()]).toEqual([0]);
    expect(damage).toBe(1);
  });

  test('two results that contradict each other are both not believed', async () => {
    keepSome(0, 1);
    const other = resultLine({ design: HASH, replication: 1, result: resultOf(9) });
    writeFileSync(fileOf('other.jsonl'), `${other}\n`);
    const { results, damage } = await keep().read(all);
    expect([...results.keys()]).toEqual([0]);
    expect(damage).toBe(1);
  });

  test('foreign files, folders and links are counted and not opened', async () => {
    keepSome(0);
    writeFileSync(fileOf('notes.txt'), 'hello');
    mkdirSync(fileOf('folder.jsonl'));
    symlinkSync('/dev/zero', fileOf('endless.jsonl'));
    const { results, damage } = await keep().read(all);
    expect(results.size).toBe(1);
    expect(damage).toBe(3);
  });
});

describe('the limit on what is kept', () => {
  const bytesOf = (name: string, bytes: number, written: number) => {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, 'x.jsonl'), 'x'.repeat(bytes));
    for (const path of [join(root, name, 'x.jsonl'), join(root, name)]) utimesSync(path, written, written);
  };
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));

  test('takes away what was written longest ago, spares what is in use, and touches nothing foreign', () => {
    bytesOf(a, 100, 1);
    bytesOf(b, 100, 2);
    bytesOf(c, 100, 3);
    bytesOf('photos', 1000, 0);
    evictOldest(root, new Set([a]), 200);
    expect(readdirSync(root)).toEqual([a, c, 'photos']);
  });

  test('does nothing below the limit, nor where nothing is kept', () => {
    bytesOf(a, 100, 1);
    evictOldest(root, new Set(), 100);
    expect(readdirSync(root)).toEqual([a]);
    evictOldest(join(root, 'nowhere'), new Set(), 0);
  });
});
