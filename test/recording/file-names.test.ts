import { describe, expect, test } from 'vitest';
import { FileNames, safeFileName } from '../../src/recording/folder/file-names.ts';

describe('a name for a file', () => {
  test.each([
    ['branch-a', 'branch-a'],
    ['Zürich 2', 'Zürich 2'],
    ['a:b|c?', 'a_b_c_'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['..\\up', '.._up'],
    ['..', '_'],
    ['nul', '_nul'],
    ['COM1.a', '_COM1.a'],
    ['console', 'console'],
    ['ends with a dot.', 'ends with a dot_'],
    ['bell\u0007', 'bell_'],
    ['turned\u202Efel\u200B', 'turned_fel_'],
  ])('made of %j is %j', (wanted, name) => {
    expect(safeFileName(wanted)).toBe(name);
  });

  test('is cut between two characters', () => {
    expect(safeFileName('x'.repeat(300))).toMatch(/^x{170}~[0-9a-f]{8}$/);
    expect(safeFileName('ü'.repeat(300))).toMatch(/^ü{85}~[0-9a-f]{8}$/);
    expect(safeFileName(`x${'\u{1F5A5}'.repeat(100)}`)).toMatch(/^x\u{1F5A5}{42}~[0-9a-f]{8}$/u);
    expect(safeFileName(`${'x'.repeat(300)}a`)).not.toBe(safeFileName(`${'x'.repeat(300)}b`));
  });

  test('is given once, whatever the case', () => {
    const names = new FileNames();
    expect(['PCs', 'pcs', 'pc/s', 'con'].map((wanted) => names.give(wanted))).toEqual([
      'PCs',
      'pcs-2',
      'pc_s',
      '_con',
    ]);
  });
});
