import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { formatDiagnostic } from '../../src/text/diagnostics.ts';
import { ESTATE, EXAMPLE } from './estate.ts';
import { errorsOf, inMemory, load, scenarioOf } from './in-memory.ts';

describe('a scenario', () => {
  test('has what stands in it', () => {
    const { title, start, seed, expectations, parameters } = scenarioOf(EXAMPLE);
    expect({ title, start, seed }).toEqual({
      title: 'Three branch offices',
      start: '2008-03-03',
      seed: '42',
    });
    expect(expectations).toEqual([
      { figure: 'machines.everNotification', comparison: 'is', value: 0, file: 'main.yaml', line: 44 },
    ]);
    expect(parameters).toMatchObject({ seed: '42', replication: 0, duration: 525_600, firstWeekday: 0 });
    expect([...parameters.groups.keys()]).toEqual([
      'core-desktops',
      'core-servers',
      'core-virtual',
      'a-desktops',
      'c-desktops',
    ]);
  });

  test('has defaults for everything', () => {
    const { title, start, seed, parameters } = scenarioOf('{}');
    expect({ title, start, seed }).toEqual({ title: 'main', start: '2008-03-03', seed: '42' });
    expect(parameters.duration).toBe(525_600);
  });

  test.each([
    ['folder/branch.office.yaml', 'branch.office'],
    ['C:\\scenarios\\branch.yml', 'branch'],
    ['stdin', 'stdin'],
    ['.yaml', '.yaml'],
  ])('is called after its file: %s', (file, title) => {
    const result = loadScenario(file, inMemory({ [file]: '{}' }));
    expect(result).toMatchObject({ ok: true, scenario: { title } });
  });

  test.each([
    ['seed: 7', '7'],
    ['seed: 1.5', '1.5'],
    ['seed: spring', 'spring'],
    ['seed: "007"', '007'],
  ])('has a seed that is text: %s', (text, seed) => {
    expect(scenarioOf(text).parameters.seed).toBe(seed);
  });

  test.each([
    ['seed: 12345678901234567890', '1:7 this number has too many digits; write it in quotes'],
    ['seed: true', '1:7 expected a number or text, not `true`'],
    ['seed: .inf', '1:7 expected a number or text, not `Infinity`'],
  ])('refuses a seed that would not stay as written: %s', (text, error) => {
    expect(errorsOf(text)).toEqual([error]);
  });

  test('takes the seed of the command line', () => {
    expect(scenarioOf('seed: 7', { seed: '8' }).seed).toBe('8');
    expect(scenarioOf('seed: 7', { seed: '[1' }).parameters.seed).toBe('[1');
    expect(errorsOf('seed: 7', { seed: '' })).toEqual([
      '--set seed:1:1 expected a number or text, not nothing',
    ]);
  });

  test('knows the weekday of its start', () => {
    expect(scenarioOf('start: 2008-04-12').parameters.firstWeekday).toBe(5);
  });
});

describe('a run that is cut', () => {
  test('is as long as the command line says', () => {
    const { parameters, resolved } = scenarioOf(ESTATE, { until: '36 h' });
    expect(parameters.duration).toBe(2160);
    expect(resolved.duration).toBe('1 d 12 h');
  });

  test.each([
    ['366 d', "expected more than 0 min and at most the scenario's 365 d"],
    ['0 d', "expected more than 0 min and at most the scenario's 365 d"],
    ['5', 'expected a duration, and `5` has no unit; write `5 min`, `5 h` or `5 d`'],
  ])('cannot be cut to %s', (until, message) => {
    expect(errorsOf(ESTATE, { until })).toEqual([`--until:1:1 ${message}`]);
  });

  test('tells about the scenario when its own duration is wrong', () => {
    expect(errorsOf('duration: 5 x\n', { until: '1 d' })).toEqual([
      '1:11 unknown time unit `x`; use `min`, `h`, `d`, `w` or `y`',
    ]);
  });
});

describe('loading', () => {
  /** Never throws, and says something printable about what is wrong. */
  function expectVerdict(text: string): void {
    const result = load(text);
    if (result.ok) return;
    expect(result.diagnostics.length).toBeGreaterThan(0);
    for (const diagnostic of result.diagnostics) {
      expect(formatDiagnostic(diagnostic)).toMatch(
        /^(main\.yaml:\d+:\d+: error\[[a-z-]+\]: .|error\[more-errors\])/,
      );
    }
  }

  test('has a verdict about any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectVerdict), { numRuns: 300 });
    const pieces = fc.constantFrom(
      ...[
        'a',
        ':',
        ' ',
        '\n',
        '-',
        '[',
        ']',
        '{',
        '}',
        ',',
        '&a',
        '*a',
        '!',
        '|',
        '>',
        '"',
        "'",
        '#',
        '?',
        '%',
        '\t',
      ],
      ...['machines', 'timeline', 'hosts', 'count', 'null', '<<', '---', '...', '5 d', '\r\n'],
    );
    const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, expectVerdict), { numRuns: 800 });
  });

  test('has a verdict about the example with any value or line changed', () => {
    const lines = EXAMPLE.split('\n');
    const value = fc.constantFrom(
      'null',
      '5',
      '-1',
      '[]',
      '{}',
      'x',
      '"',
      '[',
      'true',
      '1e9',
      '2008-01-01',
      ': :',
    );
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(8), value, (line, word, replacement) => {
        const words = lines[line].split(/(?<=[:,{] )/);
        words[word % words.length] = replacement;
        expectVerdict(lines.with(line, words.join('')).join('\n'));
      }),
      { numRuns: 400 },
    );
  });
});
