import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RunFolderError } from '../../src/recording/folder/folder-error.ts';
import { manifestText, unfinishedManifestText } from '../../src/recording/folder/manifest.ts';
import type { ProcessIdentity } from '../../src/recording/folder/process-identity.ts';
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

/** A process of a computer on which those with the given numbers run; without a start nobody knows when any began. */
function processOf(
  processId: number,
  running: readonly number[],
  start: string | null = null,
): ProcessIdentity {
  return {
    processId,
    hostname: 'desk',
    retryMilliseconds: 0,
    isRunning: (id) => running.includes(id),
    startOf: () => start,
  };
}

function open(place: string, processId = RUNNING, start: string | null = null): OpenRunFolder {
  const self = processOf(processId, [RUNNING, processId], start);
  return openRunFolder({ place, currentFolder: work, self });
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
    const folder = open(place);
    folder.writeFile('summary.json', 'new');
    expect(readFileSync(join(place, 'summary.json'), 'utf8')).toBe('old');
    folder.commit(provenance);
    expect(readFileSync(join(place, 'summary.json'), 'utf8')).toBe('new');
    expect(readdirSync(place)).toEqual(['manifest.json', 'summary.json']);
    expect(readdirSync(work)).toEqual(['a']);
  });

  test.each<[string, string, (place: string) => void]>([
    ['a file that was added', 'my.yaml', (place) => writeFileSync(join(place, 'my.yaml'), '')],
    [
      'a file that was edited',
      'summary.json',
      (place) => writeFileSync(join(place, 'summary.json'), 'edited'),
    ],
    ['an empty folder', 'charts', (place) => mkdirSync(join(place, 'charts'))],
    ['a run made inside', 'inner', (place) => leaveResults(join(place, 'inner'), 'inner')],
    ['a link', 'link', (place) => symlinkSync(work, join(place, 'link'))],
    [
      'a manifest of its own',
      'manifest.json',
      (place) => writeFileSync(join(place, 'manifest.json'), '{"program":"vasim"}'),
    ],
  ])('must not hold earlier results and %s', (_what, name, change) => {
    const place = join(work, 'a');
    leaveResults(place, 'old');
    change(place);
    const before = readdirSync(work, { recursive: true });
    const named = name === 'manifest.json' ? 'summary.json' : name;
    expect(() => open(place)).toThrow(`is not replaced: \`${named}\` was not there`);
    expect(readdirSync(work, { recursive: true })).toEqual(before);
  });

  test('names some of many things that vasim did not put there', () => {
    const place = join(work, 'a');
    leaveResults(place, 'old');
    for (let number = 0; number < 9; number += 1) writeFileSync(join(place, `note-${number}`), '');
    expect(() => open(place)).toThrow('`note-0`, `note-1`, `note-2` and others were not there');
  });

  test('may hold earlier results and kept replications, which stay', () => {
    const place = join(work, 'a');
    leaveResults(place, 'old');
    make(join(place, '.vasim-replications'), { kept: 'kept' });
    leaveResults(place, 'new');
    expect(readFileSync(join(place, 'summary.json'), 'utf8')).toBe('new');
    expect(readFileSync(join(place, '.vasim-replications/kept'), 'utf8')).toBe('kept');
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

  test('is cleared away a week after the last change when another computer, as a container, left it', () => {
    const path = partial(ENDED, 'server');
    const old = Date.now() / 1000 - 8 * 24 * 60 * 60;
    for (const changed of [join(path, 'manifest.json'), path]) utimesSync(changed, old, old);
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
    const self = processOf(RUNNING, [RUNNING, 101]);
    openRunFolder({ place: join(work, 'a'), currentFolder: work, self }).discard();
    expect(existsSync(path)).toBe(true);
  });

  test('goes back to its place when it is earlier results without successor', () => {
    leaveResults(join(work, 'a'), 'old');
    renameSync(join(work, 'a'), join(work, '.a.replaced-200'));
    open(join(work, 'a')).discard();
    expect(readFileSync(join(work, 'a', 'summary.json'), 'utf8')).toBe('old');
    expect(readdirSync(work)).toEqual(['a']);
  });

  test('is removed when it is earlier results that have a successor', () => {
    leaveResults(join(work, 'a'), 'new');
    make(join(work, '.a.replaced-200'), { 'manifest.json': manifestText(provenance, new Map()) });
    open(join(work, 'a')).discard();
    expect(readdirSync(work)).toEqual(['a']);
  });

  test('is kept when something else was put into earlier results that have a successor', () => {
    leaveResults(join(work, 'a'), 'new');
    make(join(work, '.a.replaced-200'), { 'manifest.json': manifestText(provenance, new Map()), mine: '' });
    open(join(work, 'a')).discard();
    expect(readdirSync(join(work, '.a.replaced-200'))).toEqual(['manifest.json', 'mine']);
  });

  test('by a process with the same number that started at another time is cleared away', () => {
    const [staging] = stagingOf(() => open(join(work, 'a'), 1, 'yesterday'));
    expect(staging).toMatch(/^\.a\.partial-1\.[0-9a-f]{8}$/);
    open(join(work, 'a'), 1, 'today').discard();
    expect(readdirSync(work)).toEqual([]);
  });

  test('by this very process is not touched but stepped around', () => {
    const [staging] = stagingOf(() => open(join(work, 'a'), 1, 'today'));
    open(join(work, 'a'), 1, 'today').discard();
    expect(readdirSync(work)).toEqual([staging]);
  });

  test('by a process whose number another one has now is cleared away', () => {
    stagingOf(() => open(join(work, 'a'), 7, 'yesterday'));
    const self = processOf(RUNNING, [RUNNING, 7], 'today');
    openRunFolder({ place: join(work, 'a'), currentFolder: work, self }).discard();
    expect(readdirSync(work)).toEqual([]);
  });

  test('next to a folder with the longest possible name is found again', () => {
    const place = join(work, 'ü'.repeat(127));
    stagingOf(() => open(place, ENDED));
    leaveResults(place, 'new');
    expect(readdirSync(work)).toEqual(['ü'.repeat(127)]);
  });

  /** The hidden folders that an action leaves in the work folder. */
  function stagingOf(action: () => void): string[] {
    action();
    return readdirSync(work).filter((name) => name.startsWith('.'));
  }
});
