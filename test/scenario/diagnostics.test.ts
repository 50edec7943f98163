import { describe, expect, test } from 'vitest';
import { diagnosticAt, formatDiagnostic } from '../../src/text/diagnostics.ts';
import { makeSource } from '../../src/text/source.ts';

function shown(text: string, wrong: string, message = 'it is wrong'): string {
  const source = makeSource('a.yaml', text, 0);
  const start = text.indexOf(wrong);
  return formatDiagnostic(diagnosticAt({ source, start, end: start + wrong.length }, message));
}

describe('a diagnostic', () => {
  test('shows file, line, column, the line and a caret under every wrong character', () => {
    expect(shown('one: 1\n  two: wrong\n', 'wrong')).toBe(
      'a.yaml:2:8: error: it is wrong\n  two: wrong\n       ^^^^^',
    );
  });

  test('keeps to the line on which it begins', () => {
    expect(shown('a: wrong\n  b', 'wrong\n  b')).toBe('a.yaml:1:4: error: it is wrong\na: wrong\n   ^^^^^');
  });

  test('keeps tabs, so that the caret stands right', () => {
    expect(shown('\ta: wrong', 'wrong')).toBe('a.yaml:1:5: error: it is wrong\n\ta: wrong\n\t   ^^^^^');
  });

  test('leaves the carriage return of a line end out', () => {
    expect(shown('x: 1\r\na: wrong\r\n', 'wrong')).toBe('a.yaml:2:4: error: it is wrong\na: wrong\n   ^^^^^');
  });

  test('cuts a long line around what is wrong', () => {
    const lines = shown(`${'x'.repeat(5000)}wrong${'y'.repeat(5000)}`, 'wrong').split('\n');
    expect(lines[1].indexOf('wrong')).toBe(lines[2].indexOf('^^^^^'));
    expect(lines[1]).toHaveLength(200);
  });

  test('shows control characters as a replacement, so that no file drives the terminal', () => {
    const text = shown('a: \u001b[31mwrong', 'wrong', 'not \u001b[31m\u0007');
    expect(text).toBe('a.yaml:1:9: error: not \uFFFD[31m\uFFFD\na: \uFFFD[31mwrong\n        ^^^^^');
  });

  test('is one line when there is no line to show', () => {
    expect(shown('', '')).toBe('a.yaml:1:1: error: it is wrong');
  });
});
