import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeNewText, writeTextFile } from '../../../../src/cli/shared/results/write-text.ts';

let work: string;
let file: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'vasim-write-'));
  file = join(work, 'x.yaml');
});
afterEach(() => rmSync(work, { recursive: true }));

describe('a text', () => {
  test('takes the place of an earlier one, leaves nothing beside it, and touches no other file', () => {
    writeFileSync(`${file}.part`, 'of the user');
    writeTextFile(file, 'x.yaml', 'first');
    writeTextFile(file, 'x.yaml', 'second');
    expect(readFileSync(file, 'utf8')).toBe('second');
    expect(readdirSync(work)).toEqual(['x.yaml', 'x.yaml.part']);
    expect(readFileSync(`${file}.part`, 'utf8')).toBe('of the user');
  });

  test('goes to the file that a link names', () => {
    writeFileSync(join(work, 'real.yaml'), 'old');
    symlinkSync('real.yaml', file);
    writeTextFile(file, 'x.yaml', 'new');
    expect(readFileSync(join(work, 'real.yaml'), 'utf8')).toBe('new');
    expect(readdirSync(work)).toEqual(['real.yaml', 'x.yaml']);
  });

  test('never takes the place of a device, nor of a folder', () => {
    symlinkSync('/dev/null', file);
    expect(() => writeTextFile(file, 'x.yaml', 'text')).toThrow(
      'x.yaml cannot be written: it is a device or a pipe; leave --out away for standard output',
    );
    mkdirSync(join(work, 'folder'));
    expect(() => writeTextFile(join(work, 'folder'), 'folder', 'text')).toThrow(
      'folder cannot be written: it is a folder',
    );
    expect(readdirSync(work).sort()).toEqual(['folder', 'x.yaml']);
  });

  test('that cannot be there is refused in words', () => {
    writeFileSync(file, '');
    const inFile = join(file, 'y.yaml');
    for (const write of [writeTextFile, writeNewText])
      expect(() => write(inFile, 'x.yaml/y.yaml', 'text')).toThrow(
        'x.yaml/y.yaml cannot be written: its folder does not exist',
      );
  });
});

test('a text that people go on writing at replaces only the same', () => {
  writeNewText(file, 'x.yaml', 'as imported');
  writeNewText(file, 'x.yaml', 'as imported');
  writeFileSync(file, 'as imported, and completed');
  expect(() => writeNewText(file, 'x.yaml', 'as imported')).toThrow(/^x\.yaml exists, .* remove it$/);
  expect(readFileSync(file, 'utf8')).toBe('as imported, and completed');
});
