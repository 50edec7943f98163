import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RunFolderError } from '../../src/recording/folder/folder-error.ts';
import { manifestText, unfinishedManifestText } from '../../src/recording/folder/manifest.ts';
import { type OpenRunFolder, openRunFolder } from '../../src/recording/folder/run-folder.ts';

const provenance = { version: '1.0.0', seed: '42', commandLine: ['vasim', 'run', 'a.yaml'], scenario: {} };
const RUNNING = 100;
const ENDED = 200;

let top: string;
let work: string;
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'vasim-folder-')));
  work = join(top, 'work');
  mkdirSync(work);
});
afterEach(() => {
  rmSync(top, { recursive: true });
});

function open(place: string, processId = RUNNING): OpenRunFolder {
  const isRunning = (id: number) => id === RUNNING || id === processId;
  return openRunFolder({ place, currentFolder: work, self: { processId, hostname: 'desk', isRunning } });
}

function leaveResults(place: string, content: string, processId = RUNNING): void {
  const folder = open(place, processId);
  folder.writeFile('summary.json', content);
  folder.commit(provenance);
}

function make(folder: string, files: Record<string, string>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('a folder of results', () => {
  test('is not to be seen before it is whole', () => {
    const place = join(work, 'out', 'a');
    const folder = open(place);
    folder.openCsv('events.csv', ['minute']).write([0]);
    expect(existsSync(place)).toBe(false);
    expect(readdirSync(join(work, 'out'))).toEqual(['.a.partial-100']);
    folder.commit(provenance);
    expect(readdirSync(join(work, 'out'))).toEqual(['a']);
    expect(readdirSync(place)).toEqual(['events.csv', 'manifest.json']);
  });

  test('lists the checksum of every file but the manifest', () => {
    const place = join(work, 'a');
    const folder = open(place);
    folder.openCsv('events.csv', ['minute']).write([0]);
    folder.writeFile('charts/x.png', new Uint8Array([1, 2, 3]));
    folder.writeFile('summary.json', '{}\n');
    folder.commit(provenance);
    const { files } = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8'));
    expect(Object.keys(files)).toEqual(['charts/x.png', 'events.csv', 'summary.json']);
    for (const [name, checksum] of Object.entries(files)) {
      const bytes = readFileSync(join(place, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(checksum);
    }
  });

  test('thrown away leaves nothing, parents made for it included', () => {
    const folder = open(join(work, 'deep', 'er', 'a'));
    folder.openCsv('events.csv', ['minute']);
    folder.discard();
    folder.discard();
    expect(readdirSync(work)).toEqual([]);
  });

  test('thrown away keeps parents that were there or are in use', () => {
    const first = open(join(work, 'out', 'a'));
    const second = open(join(work, 'out', 'b'), 101);
    first.discard();
    expect(readdirSync(join(work, 'out'))).toEqual(['.b.partial-101']);
    second.discard();
    expect(readdirSync(join(work, 'out'))).toEqual([]);
  });

  test('cannot be thrown away once it stands', () => {
    const folder = open(join(work, 'a'));
    folder.commit(provenance);
    folder.discard();
    expect(existsSync(join(work, 'a', 'manifest.json'))).toBe(true);
  });
});

describe('the place of a folder of results', () => {
  test('may hold earlier results, which are replaced as a whole', () => {
    const place = join(work, 'a');
    leaveResults(place, 'old');
    writeFileSync(join(place, 'stale.csv'), '');
    const folder = open(place);
    folder.writeFile('summary.json', 'new');
    expect(readFileSync(join(place, 'summary.json'), 'utf8')).toBe('old');
    folder.commit(provenance);
    expect(readFileSync(join(place, 'summary.json'), 'utf8')).toBe('new');
    expect(readdirSync(place)).toEqual(['manifest.json', 'summary.json']);
    expect(readdirSync(work)).toEqual(['a']);
  });

  test('may be an empty folder', () => {
    mkdirSync(join(work, 'a'));
    leaveResults(join(work, 'a'), 'new');
    expect(readFileSync(join(work, 'a', 'summary.json'), 'utf8')).toBe('new');
  });

  const foreign: [string, () => string][] = [
    ['a file', () => join(make(work, { file: 'mine' }), 'file')],
    ['a folder without a manifest', () => make(join(work, 'photos'), { 'a.jpg': '' })],
    [
      'a folder with another manifest',
      () => make(join(work, 'app'), { 'manifest.json': '{"name":"vasim"}' }),
    ],
    ['the current folder', () => work],
    ['a folder that holds the current one', () => top],
    [
      'the current folder even if it holds results',
      () => make(work, { 'manifest.json': manifestText(provenance, new Map()) }),
    ],
    [
      'a symbolic link to earlier results',
      () => {
        leaveResults(join(work, 'a'), 'old');
        symlinkSync(join(work, 'a'), join(work, 'link'));
        return join(work, 'link');
      },
    ],
    [
      'a manifest that is a link',
      () => {
        leaveResults(join(work, 'a'), 'old');
        const folder = make(join(work, 'b'), {});
        symlinkSync(join(work, 'a', 'manifest.json'), join(folder, 'manifest.json'));
        return folder;
      },
    ],
    [
      'something below a link that leads nowhere',
      () => {
        symlinkSync(join(work, 'nowhere'), join(work, 'link'));
        return join(work, 'link', 'a', 'b');
      },
    ],
    ['something below a file', () => join(make(work, { file: 'mine' }), 'file', 'a')],
  ];
  test.each(foreign)('must not be %s', (_what, place) => {
    const refused = place();
    const before = readdirSync(work, { recursive: true });
    expect(() => open(refused)).toThrow(RunFolderError);
    expect(readdirSync(work, { recursive: true })).toEqual(before);
  });

  test('is looked at again at the end: what came meanwhile is kept', () => {
    const folder = open(join(work, 'a'));
    make(join(work, 'a'), { 'mine.txt': 'mine' });
    expect(() => folder.commit(provenance)).toThrow(RunFolderError);
    folder.discard();
    expect(readdirSync(work)).toEqual(['a']);
    expect(readdirSync(join(work, 'a'))).toEqual(['mine.txt']);
  });

  test('taken by two runs at once ends with one whole folder', () => {
    const first = open(join(work, 'a'));
    const second = open(join(work, 'a'), 101);
    first.writeFile('summary.json', 'first');
    second.writeFile('summary.json', 'second');
    second.commit(provenance);
    first.commit(provenance);
    expect(readdirSync(work)).toEqual(['a']);
    expect(readFileSync(join(work, 'a', 'summary.json'), 'utf8')).toBe('first');
  });
});

describe('what runs that broke off left', () => {
  const partial = (processId: number, computer = 'desk') =>
    make(join(work, `.a.partial-${processId}`), { 'manifest.json': unfinishedManifestText(computer) });

  test('is cleared away when the process has ended', () => {
    partial(ENDED);
    leaveResults(join(work, 'a'), 'new');
    expect(readdirSync(work)).toEqual(['a']);
  });

  test('is cleared away even if the process ended before it marked its folder', () => {
    make(join(work, '.a.partial-200'), {});
    leaveResults(join(work, 'a'), 'new');
    expect(readdirSync(work)).toEqual(['a']);
  });

  const kept: [string, () => string][] = [
    ['of a process that is running', () => partial(101)],
    ['of another computer', () => partial(ENDED, 'server')],
    ['without a manifest but not empty', () => make(join(work, '.a.partial-200'), { 'mine.txt': '' })],
    [
      'of another name',
      () => make(join(work, '.b.partial-200'), { 'manifest.json': unfinishedManifestText('desk') }),
    ],
    [
      'with a longer name',
      () => make(join(work, '.a.partial-200.bak'), { 'manifest.json': unfinishedManifestText('desk') }),
    ],
  ];
  test.each(kept)('is kept when it is a folder %s', (_what, prepare) => {
    const path = prepare();
    const isRunning = (id: number) => id === RUNNING || id === 101;
    const self = { processId: RUNNING, hostname: 'desk', isRunning };
    openRunFolder({ place: join(work, 'a'), currentFolder: work, self }).discard();
    expect(existsSync(path)).toBe(true);
  });

  test('goes back to its place when it is earlier results without successor', () => {
    make(join(work, '.a.replaced-200'), {
      'manifest.json': manifestText(provenance, new Map()),
      note: 'old',
    });
    open(join(work, 'a')).discard();
    expect(readFileSync(join(work, 'a', 'note'), 'utf8')).toBe('old');
    expect(readdirSync(work)).toEqual(['a']);
  });

  test('is removed when it is earlier results that have a successor', () => {
    leaveResults(join(work, 'a'), 'new');
    make(join(work, '.a.replaced-200'), { 'manifest.json': manifestText(provenance, new Map()) });
    open(join(work, 'a')).discard();
    expect(readdirSync(work)).toEqual(['a']);
  });

  test('under the same process id is not touched but stepped around', () => {
    partial(RUNNING);
    leaveResults(join(work, 'a'), 'new');
    expect(readdirSync(work)).toEqual(['.a.partial-100', 'a']);
  });
});
