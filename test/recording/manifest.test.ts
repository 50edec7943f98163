import { describe, expect, test } from 'vitest';
import {
  manifestText,
  readOrigin,
  unfinishedManifestText,
  type WrittenFile,
} from '../../src/recording/folder/manifest.ts';

const provenance = {
  version: '1.2.3',
  seed: '42',
  commandLine: ['vasim', 'run', 'branch.yaml', '--seed', '7'],
  scenario: { title: 'Branch' },
};

describe('the manifest', () => {
  test('says how the results were made, files in order of their names', () => {
    const checksums = new Map([
      ['summary.json', { checksum: 'cc', bytes: 3 }],
      ['charts/b.png', { checksum: 'bb', bytes: 2 }],
      ['charts/a.png', { checksum: 'aa', bytes: 1 }],
    ]);
    const text = manifestText(provenance, checksums);
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      formatVersion: 1,
      program: 'vasim',
      ...provenance,
      seed: 42,
      files: { 'charts/a.png': 'aa', 'charts/b.png': 'bb', 'summary.json': 'cc' },
      sizes: { 'charts/a.png': 1, 'charts/b.png': 2, 'summary.json': 3 },
    });
    expect(text.indexOf('charts/a.png')).toBeLessThan(text.indexOf('charts/b.png'));
    expect(text.indexOf('charts/b.png')).toBeLessThan(text.indexOf('summary.json'));
  });

  test('does not depend on the order in which files were written', () => {
    const names: [string, WrittenFile][] = [
      ['b', { checksum: '2', bytes: 2 }],
      ['a', { checksum: '1', bytes: 1 }],
    ];
    expect(manifestText(provenance, new Map(names))).toBe(
      manifestText(provenance, new Map(names.toReversed())),
    );
  });

  test('marks its folder as made by vasim', () => {
    const written = new Map([['a', { checksum: 'a'.repeat(64), bytes: 5 }]]);
    expect(readOrigin(manifestText(provenance, written))).toEqual({
      ours: true,
      unfinishedOn: null,
      sizes: new Map([['a', 5]]),
    });
  });

  test('claims no file of which it does not have the checksum and the size', () => {
    const checksum = 'a'.repeat(64);
    const claims = (files: object, sizes: object) => [
      ...readOrigin(JSON.stringify({ program: 'vasim', files, sizes })).sizes.keys(),
    ];
    expect(claims({ a: checksum }, { a: 3, thesis: 3 })).toEqual(['a']);
    expect(claims({ a: 'x', b: checksum }, { a: 3, b: '3' })).toEqual([]);
    expect(claims([], { length: 0, toString: 3 })).toEqual([]);
  });

  test('tells an unfinished folder and the computer it is made on', () => {
    expect(readOrigin(unfinishedManifestText('desk'))).toMatchObject({ ours: true, unfinishedOn: 'desk' });
  });

  test.each(['', 'no json', '[]', 'null', '"vasim"', '{}', '{"program":"webpack"}', '{"name":"vasim"}'])(
    'of somebody else is told apart: %s',
    (text) => {
      expect(readOrigin(text).ours).toBe(false);
    },
  );
});
