import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { linesOf, parseBounded } from '../../../src/experiments/replications/bounded-file.ts';
import { resultLine } from '../../../src/experiments/replications/result-line.ts';
import { readShard, ShardError } from '../../../src/experiments/replications/shard-folder.ts';
import { PART as DESCRIPTION, HASH, makeFolder, resultOf } from './results.ts';

const lineOf = (replication: number, value = replication) =>
  `${resultLine({ design: HASH, replication, result: resultOf(value) })}\n`;

let folder: string;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

const checksum = (text: string) => createHash('sha256').update(text).digest('hex');

/** Writes a part with checksums that fit, whatever it says. */
function write(description: unknown, results = lineOf(0) + lineOf(2)): void {
  const text = typeof description === 'string' ? description : JSON.stringify(description);
  const files = { 'part.json': checksum(text), 'replications.jsonl': checksum(results) };
  writeFileSync(join(folder, 'part.json'), text);
  writeFileSync(join(folder, 'replications.jsonl'), results);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ program: 'vasim', files }));
}

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(ShardError);
    return (error as Error).message;
  }
  return '';
}

describe('the folder of a part', () => {
  test('is read if its files are as the manifest says', () => {
    write(DESCRIPTION);
    const { results, damage } = readShard(folder, 'p');
    expect([[...results[0].keys()], damage]).toEqual([[0, 2], 0]);
  });

  test.each<[string, unknown, RegExp]>([
    ['a name that leads elsewhere', { ...DESCRIPTION, name: '../../etc' }, /name: is not a plain file name/],
    ['a name with a drive', { ...DESCRIPTION, name: 'C:x' }, /name: is not a plain file name/],
    ['too many replications', { ...DESCRIPTION, replications: 1e12 }, /replications: /],
    ['a part that cannot be', { ...DESCRIPTION, shard: { index: 3, count: 2 } }, /3 of 2 parts/],
    ['no design', { ...DESCRIPTION, designs: [] }, /designs: /],
    [
      'a date that is none',
      { ...DESCRIPTION, designs: [{ ...DESCRIPTION.designs[0], start: '2008-13-01' }] },
      /not a date/,
    ],
    [
      'a grid of other points',
      { ...DESCRIPTION, grid: { variations: [{ path: 'x', values: ['1', '2'] }], figure: 'y' } },
      /not the points of the grid/,
    ],
    ['something else', [], /is not a part's/],
    ['a deep nest', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /nested more than 100 levels/],
    ['no JSON', '{', /p: /],
  ])('with %s is refused in words', (_, description, message) => {
    write(description);
    expect(messageOf(() => readShard(folder, 'p'))).toMatch(message);
  });

  test('is not believed when a result was changed, though the line has a checksum that fits', () => {
    write(DESCRIPTION);
    writeFileSync(join(folder, 'replications.jsonl'), lineOf(0, 99) + lineOf(2));
    expect(messageOf(() => readShard(folder, 'p'))).toBe(
      'p: replications.jsonl is not as vasim wrote it; run this part again',
    );
  });

  test('has no results but its own', () => {
    write(DESCRIPTION, `${lineOf(0)}${lineOf(1)}${lineOf(8)}x\n`);
    const { results, damage } = readShard(folder, 'p');
    expect([[...results[0].keys()], damage]).toEqual([[0], 3]);
  });

  test.skipIf(process.platform === 'win32').each(['part.json', 'replications.jsonl', 'manifest.json'])(
    'whose %s is a pipe, a link or a folder is refused and not waited for',
    (name) => {
      const path = join(folder, name);
      const makers = [
        () => execFileSync('mkfifo', [path]),
        () => symlinkSync('/dev/zero', path),
        () => mkdirSync(path),
      ];
      for (const make of makers) {
        write(DESCRIPTION);
        rmSync(path);
        make();
        expect(messageOf(() => readShard(folder, 'p'))).toBe('p: one of its files is not a regular file');
        rmSync(path, { recursive: true });
      }
    },
  );
});

describe('lines of a file that others made', () => {
  test('are bounded, and the next one is found', () => {
    const path = join(folder, 'lines');
    writeFileSync(path, `one\n${'x'.repeat(600_000)}\nthree`);
    expect([...linesOf(path, 1e9, undefined, 500_000)]).toEqual(['one', null, 'three']);
  });

  test('are JSON of bounded depth, whatever brackets its texts hold', () => {
    expect(parseBounded(JSON.stringify('['.repeat(500)))).toBe('['.repeat(500));
    expect(() => parseBounded('['.repeat(500))).toThrow('nested more than 100 levels deep');
  });
});
