import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gridOf } from '../../../src/experiments/sweeps/grid.ts';
import { parseVariation, settingValues } from '../../../src/experiments/sweeps/variation.ts';
import { VariationError } from '../../../src/experiments/sweeps/variation-error.ts';

const valuesOf = (text: string) => parseVariation(text).values;

describe('a variation', () => {
  test.each([
    ['machines.a.count=20..23', ['20', '21', '22', '23']],
    ['x=0..100..50', ['0', '50', '100']],
    ['x=0..7..5', ['0', '5']],
    ['x=0.1..0.5..0.1', ['0.1', '0.2', '0.3', '0.4', '0.5']],
    ['x=-1..1', ['-1', '0', '1']],
    ['policy.renewalInterval=1 d..3 d', ['1 d', '2 d', '3 d']],
    ['x=1 d..2 d..12 h', ['1 d', '1 d 12 h', '2 d']],
    ['x=22 h..25 h', ['22 h', '23 h', '1 d', '1 d 1 h']],
    ['x=all, first-host', ['all', 'first-host']],
    ['x=1..3,10,20..30..10', ['1', '2', '3', '10', '20', '30']],
    ['links.wan.allow=[kms], [kms, dns]', ['[kms]', '[kms, dns]']],
    ['hosts.kms={ network: a, os: b },null', ['{ network: a, os: b }', 'null']],
    ['title="one, two",Bob\'s', ['"one, two"', "Bob's"]],
    ['x==a,=b', ['=a', '=b']],
  ])('%s has the values %j', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });

  test.each([
    ['machines.a.count', 'is not PATH=FROM..TO'],
    ['=1..3', 'is not PATH=FROM..TO'],
    ['x=', 'empty value'],
    ['x=a,,b', 'empty value'],
    ['x=5', 'one value only'],
    ['x=a..c', 'one value only'],
    ['x=5..5', 'one value only'],
    ['x=3,3.0', 'the value 3 twice'],
    ['x=a,b,a', 'the value a twice'],
    ['x=30..20', 'goes down'],
    ['x=1..3..0', 'leads nowhere'],
    ['x=1..3..-1', 'leads nowhere'],
    ['x=1..3 d', '3 d does not fit 1'],
    ['x=1 d..3', '3 does not fit 1 d'],
    ['x=1..', 'something is missing'],
    ['x=1..2..3..4', 'is not FROM..TO'],
    ['x=2008-01-01..2008-02-01', 'list other values with commas'],
    ['x=1..100000', '2000 are the most'],
    ['seed=1..3', 'no setting to vary'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => parseVariation(text)).toThrow(VariationError);
    expect(() => parseVariation(text)).toThrow(message);
  });

  test('has numbers as values if all are, otherwise words', () => {
    expect(settingValues(['1', '-2.5'])).toEqual([1, -2.5]);
    expect(settingValues(['1', '2 d'])).toEqual(['1', '2 d']);
  });

  test('of whole numbers has each from the first to the last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 7 }),
        (from, count, step) => {
          const wanted = Array.from({ length: count + 1 }, (_, index) => from + index * step);
          expect(settingValues(valuesOf(`x=${from}..${wanted.at(-1)}..${step}`))).toEqual(wanted);
        },
      ),
    );
  });

  test('that was read and is written as a list reads the same', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 20 }), (words) => {
        const read = parseVariation(`networks.a.dns=${words.join(',')}`);
        expect(read.values).toEqual(words);
        expect(parseVariation(`${read.path}=${read.values.join(', ')}`)).toEqual(read);
      }),
    );
  });

  test('that cannot be read says so and never fails otherwise', () => {
    const pieces = fc.constantFrom(
      'x',
      '=',
      '..',
      '1',
      '-',
      '.',
      ',',
      ' d',
      ' h',
      '[',
      ']',
      '{',
      '"',
      "'",
      '9e9',
      'é',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 12 }).map((parts) => `x=${parts.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          const { path, values } = parseVariation(text);
          expect(path).not.toBe('');
          expect(values.length).toBeGreaterThan(1);
          expect(new Set(values).size).toBe(values.length);
        } catch (error) {
          expect(error).toBeInstanceOf(VariationError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a grid', () => {
  test('names its points after their settings and lays the values over the scenario', () => {
    const points = gridOf([
      parseVariation('machines.a.count=24,25'),
      parseVariation('hosts.k.renewalInterval=1 d,7 d'),
    ]);
    expect(points.map(({ name }) => name)).toEqual([
      'machines.a.count=24; hosts.k.renewalInterval=1 d',
      'machines.a.count=24; hosts.k.renewalInterval=7 d',
      'machines.a.count=25; hosts.k.renewalInterval=1 d',
      'machines.a.count=25; hosts.k.renewalInterval=7 d',
    ]);
    expect(points[1].values).toEqual([24, '7 d']);
    expect(points[1].overrides).toEqual([
      { path: 'machines.a.count', value: '24' },
      { path: 'hosts.k.renewalInterval', value: '7 d' },
    ]);
  });

  test('of too many points, or of one setting twice, is refused', () => {
    const many = parseVariation('x=1..100');
    expect(() => gridOf([many, parseVariation('y=1..21')])).toThrow(
      'the grid has 2100 points; 2000 are the most',
    );
    expect(() => gridOf([many, parseVariation('x=200..300')])).toThrow('varied twice');
  });
});
