import { describe, expect, test } from 'vitest';
import { manifestText, readOrigin, unfinishedManifestText } from '../../src/recording/folder/manifest.ts';

const provenance = {
  version: '1.2.3',
  seed: '42',
  commandLine: ['vasim', 'run', 'branch.yaml', '--seed', '7'],
  scenario: { title: 'Branch' },
};

describe('the manifest', () => {
  test('says how the results were made, files in order of their names', () => {
    const checksums = new Map([
      ['summary.json', 'cc'],
      ['charts/b.png', 'bb'],
      ['charts/a.png', 'aa'],
    ]);
    const text = manifestText(provenance, checksums);
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      formatVersion: 1,
      program: 'vasim',
      ...provenance,
      seed: 42,
      files: { 'charts/a.png': 'aa', 'charts/b.png': 'bb', 'summary.json': 'cc' },
    });
    expect(text.indexOf('charts/a.png')).toBeLessThan(text.indexOf('charts/b.png'));
    expect(text.indexOf('charts/b.png')).toBeLessThan(text.indexOf('summary.json'));
  });

  test('does not depend on the order in which files were written', () => {
    const names: [string, string][] = [
      ['b', '2'],
      ['a', '1'],
    ];
    expect(manifestText(provenance, new Map(names))).toBe(
      manifestText(provenance, new Map(names.toReversed())),
    );
  });

  test('marks its folder as made by vasim', () => {
    expect(readOrigin(manifestText(provenance, new Map()))).toEqual({ ours: true, unfinishedOn: null });
  });

  test('tells an unfinished folder and the computer it is made on', () => {
    expect(readOrigin(unfinishedManifestText('desk'))).toEqual({ ours: true, unfinishedOn: 'desk' });
  });

  test.each(['', 'no json', '[]', 'null', '"vasim"', '{}', '{"program":"webpack"}', '{"name":"vasim"}'])(
    'of somebody else is told apart: %s',
    (text) => {
      expect(readOrigin(text).ours).toBe(false);
    },
  );
});
