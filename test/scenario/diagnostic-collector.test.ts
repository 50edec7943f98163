import { describe, expect, test } from 'vitest';
import { DiagnosticCollector } from '../../src/text/diagnostic-collector.ts';
import { makeSource } from '../../src/text/source.ts';

const first = makeSource('first.yaml', 'x'.repeat(500), 0);
const second = makeSource('second.yaml', 'x'.repeat(500), 1);
const at = (source: typeof first, start: number) => ({ source, start, end: start + 1 });

describe('a collector of diagnostics', () => {
  test('lists them by file and position, and what is about no place last', () => {
    const collector = new DiagnosticCollector();
    collector.error('a', null, 'about nothing');
    collector.error('a', at(second, 0), 'in the second');
    collector.warn('b', at(first, 7), 'later');
    collector.error('a', at(first, 3), 'earlier');
    expect(collector.list().map(({ message }) => message)).toEqual([
      'earlier',
      'later',
      'in the second',
      'about nothing',
    ]);
    expect(collector.errorCount).toBe(3);
  });

  test('lists once what is said twice about one position', () => {
    const collector = new DiagnosticCollector();
    for (let time = 0; time < 3; time++) collector.error('a', at(first, 3), 'wrong');
    expect(collector.list()).toHaveLength(1);
  });

  test('lists 100 errors and 100 warnings and counts the rest', () => {
    const collector = new DiagnosticCollector();
    for (let start = 0; start < 250; start++) collector.error('a', at(first, start), 'wrong');
    for (let start = 0; start < 101; start++) collector.warn('b', at(second, start), 'doubtful');
    const listed = collector.list();
    expect(listed).toHaveLength(202);
    expect(listed.slice(-2).map(({ name, message }) => `${name}: ${message}`)).toEqual([
      'more-errors: 150 more errors, not shown',
      'more-warnings: 1 more warning, not shown',
    ]);
  });
});
