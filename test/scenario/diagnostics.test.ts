import { describe, expect, test } from 'vitest';
import { type DiagnosticText, diagnosticAt, formatDiagnostic } from '../../src/text/diagnostics.ts';
import { makeSource } from '../../src/text/source.ts';

const WRONG: DiagnosticText = { name: 'some-name', severity: 'error', message: 'it is wrong' };

function shown(text: string, wrong: string, says: Partial<DiagnosticText> = {}): string {
  const source = makeSource('a.yaml', text, 0);
  const start = text.indexOf(wrong);
  return formatDiagnostic(diagnosticAt({ source, start, end: start + wrong.length }, { ...WRONG, ...says }));
}

describe('a diagnostic', () => {
  test('shows file, line, column, name, the indented line and a caret under every wrong character', () => {
    expect(shown('one: 1\n  two: wrong\n', 'wrong')).toBe(
      'a.yaml:2:8: error[some-name]: it is wrong\n      two: wrong\n           ^^^^^',
    );
  });

  test('says what to write and which section says why', () => {
    const says = { severity: 'warning', help: 'write `right`', source: 'Planning Guide' } as const;
    expect(shown('a: wrong', 'wrong', says)).toBe(
      'a.yaml:1:4: warning[some-name]: it is wrong\n    a: wrong\n       ^^^^^\n  help: write `right`\n  see: Planning Guide',
    );
  });

  test('keeps to the line on which it begins', () => {
    expect(shown('a: wrong\n  b', 'wrong\n  b')).toMatch(/\n {4}a: wrong\n {7}\^{5}$/);
  });

  test('keeps tabs, so that the caret is under what is wrong', () => {
    expect(shown('\ta: wrong', 'wrong')).toMatch(/\n {4}\ta: wrong\n {4}\t {3}\^{5}$/);
  });

  test('leaves the carriage return of a line end out', () => {
    expect(shown('x: 1\r\na: wrong\r\n', 'wrong')).toMatch(/\n {4}a: wrong\n {7}\^{5}$/);
  });

  test('cuts a long line around what is wrong', () => {
    const lines = shown(`${'x'.repeat(5000)}wrong${'y'.repeat(5000)}`, 'wrong').split('\n');
    expect(lines[1].indexOf('wrong')).toBe(lines[2].indexOf('^^^^^'));
    expect(lines[1]).toHaveLength(204);
  });

  test('cuts a message at 500 characters', () => {
    const [head] = shown('wrong', 'wrong', { message: 'x'.repeat(501) }).split('\n');
    expect(head).toBe(`a.yaml:1:1: error[some-name]: ${'x'.repeat(499)}…`);
  });

  test('cuts every line at 500 characters where each character takes six to show', () => {
    const hidden = '\u202e'.repeat(490);
    const lines = shown(`a: ${hidden}`, hidden, { message: hidden, help: hidden }).split('\n');
    expect(lines.map((line) => line.length)).toEqual([30 + 500, 500, 499, 500]);
    expect(lines[3]).toMatch(/^ {2}help: (\\u202E)+/);
  });

  test('shows what cannot be seen as its code point, so that no file drives the terminal', () => {
    const text = shown('a\u202e: \u001b[31mwrong', 'wrong', { message: 'not \u001b[31m\u0007 \ud800' });
    expect(text.split('\n')).toEqual([
      'a.yaml:1:10: error[some-name]: not \\u001B[31m\\u0007 \\uD800',
      '    a\\u202E: \\u001B[31mwrong',
      `${' '.repeat(4 + 1 + 6 + 2 + 6 + 4)}^^^^^`,
    ]);
  });

  test('is one line when there is no line to show', () => {
    expect(shown('', '')).toBe('a.yaml:1:1: error[some-name]: it is wrong');
    expect(formatDiagnostic(diagnosticAt(null, WRONG))).toBe('error[some-name]: it is wrong');
  });
});
