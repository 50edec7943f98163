import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf } from '../folder-content.ts';
import { type Ended, makeWorkFolder, removeWorkFolder, SCENARIO, vasimHere } from '../vasim.ts';

const RANDOM = SCENARIO.replace('over: 14 d }', 'over: 14 d, order: random }');
const PAIR = ['compare', 'now.yaml', 'late.yaml', '--replications', '7'];

let work: string;
const call = (...words: string[]): Promise<Ended> => vasimHere(words, { cwd: work });
const read = (...path: string[]): string => readFileSync(join(work, ...path), 'utf8');

beforeAll(async () => {
  work = makeWorkFolder();
  writeFileSync(join(work, 'now.yaml'), RANDOM);
  writeFileSync(join(work, 'late.yaml'), RANDOM.replace('count: 30', 'count: 26'));
  for (const shard of ['1/3', '2/3', '3/3'])
    await call(...PAIR, '--shard', shard, '--out', `parts/${shard[0]}`, '--workers', '1');
});
afterAll(() => removeWorkFolder(work));

describe('a shard', () => {
  test('leaves a folder of its replications, marked as a part, and judges nothing', async () => {
    const { output, errors } = await call(...PAIR, '--shard', '2/3');
    expect(output).toBe('');
    expect(errors).toContain('This shard is in out/compare-now-late.part-2-of-3');
    const part = 'out/compare-now-late.part-2-of-3';
    expect(JSON.parse(read(part, 'part.json')).shard).toEqual({ index: 2, count: 3 });
    const numbers = new Set(read(part, 'comparison.csv').match(/(?<=^(?:now|late),)\d+/gm));
    expect([...numbers]).toEqual(['1', '4']);
    expect(read(part, 'summary.csv')).toMatch(/^late,machines\.everNotification,2,/m);
    expect(existsSync(join(work, part, 'comparison.md'))).toBe(false);
  });
});

describe('vasim merge', () => {
  test.each(['parts/1', 'parts/1/inside', 'parts', 'parts/../parts/2'])('never writes to %s', async (out) => {
    const before = readdirSync(join(work, 'parts'), { recursive: true });
    const merged = await vasimHere(['merge', 'parts/1', 'parts/2', 'parts/3', '--out', out], { cwd: work });
    expect(merged).toMatchObject({ status: 2, output: '' });
    expect(merged.errors).toMatch(/^vasim: --out: .* is, holds or is in parts\/\d, which is merged/);
    expect(readdirSync(join(work, 'parts'), { recursive: true })).toEqual(before);
  });

  test('gives the bytes of a run in one place, with its charts', async () => {
    const whole = await call(...PAIR);
    const merged = await call('merge', 'parts/3', 'parts/1', 'parts/2', '--out', 'merged');
    expect(merged.status).toBe(0);
    expect(merged.output).toBe(whole.output);
    expect(readdirSync(join(work, 'merged/charts'))).toContain('notification.png');
    expect(contentOf(join(work, 'merged'))).toEqual(contentOf(join(work, 'out/compare-now-late')));
  });

  test('puts its results where the whole would be', async () => {
    const { errors } = await call('merge', 'parts/1', 'parts/2', 'parts/3', '--no-charts');
    expect(errors).toBe('Results are in out/compare-now-late\n');
    expect(JSON.parse(read('out/compare-now-late/manifest.json')).commandLine.at(-1)).toBe('--no-charts');
  });

  test('takes a part twice', async () => {
    const words = ['parts/1', 'parts/2', 'parts/2', 'parts/3', '--json', '--quiet', '--out', 'twice'];
    const { output } = await call('merge', ...words);
    expect(JSON.parse(output).designs[0].replications).toBe(7);
  });

  test('lists what is missing and refuses, or joins what is there', async () => {
    const { status, errors } = await call('merge', 'parts/3', 'parts/1', '--out', 'partial');
    expect(status).toBe(2);
    expect(errors).toContain('2 of 7 replications are missing: 1, 4 (--shard 2/3)');
    expect(existsSync(join(work, 'partial'))).toBe(false);
    const partial = await call('merge', 'parts/3', 'parts/1', '--out', 'partial', '--partial');
    expect(partial.status).toBe(0);
    expect(partial.errors).toContain('2 of 7 replications are missing');
    expect(partial.output).toContain('late against now: 5 replications in pairs');
  });

  test('refuses what is no part, and parts of another experiment, and says what differs', async () => {
    await call(...PAIR, '--shard', '2/3', '--out', 'other/seed', '--seed', '7');
    await call(...PAIR, '--shard', '2/3', '--out', 'other/count', '--set', 'machines.desks.count=5');
    await call(...PAIR, '--out', 'other/whole', '--no-charts');
    const refusals: [string, string][] = [
      ['other/seed', 'other/seed does not belong to parts/1: its seed is 7, not 42'],
      ['other/count', 'its design now is another: machines.desks.count is 5, not 30'],
      ['other/whole', 'other/whole is not a part of a comparison'],
      ['nowhere', 'nowhere is not a part of a comparison'],
      ['now.yaml', 'now.yaml is not a part of a comparison'],
    ];
    for (const [folder, message] of refusals) {
      const { status, errors } = await vasimHere(['merge', 'parts/1', folder, '--out', 'refused'], {
        cwd: work,
      });
      expect(status).toBe(2);
      expect(errors).toContain(message);
    }
  });

  test('does not believe a part that was changed', async () => {
    await call(...PAIR, '--shard', '2/3', '--out', 'changed/2');
    const lines = read('changed/2/replications.jsonl').replace('"replication":4', '"replication":5');
    writeFileSync(join(work, 'changed/2/replications.jsonl'), lines);
    const damaged = await call('merge', 'parts/1', 'changed/2', 'parts/3', '--out', 'refused');
    expect(damaged.status).toBe(2);
    expect(damaged.errors).toContain(
      'changed/2: replications.jsonl is not as vasim wrote it; run this part again; it is left out',
    );
    expect(damaged.errors).toContain('2 of 7 replications are missing: 1, 4 (--shard 2/3)');
    const description = read('changed/2/part.json').replace('"seed": "42"', '"seed": "43"');
    writeFileSync(join(work, 'changed/2/part.json'), description);
    const { errors } = await call('merge', 'parts/1', 'changed/2', 'parts/3', '--out', 'refused');
    expect(errors).toContain('changed/2: part.json is not as vasim wrote it; run this part again');
  });
});
