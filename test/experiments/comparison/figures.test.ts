import { describe, expect, it } from 'vitest';
import { dailyBand } from '../../../src/experiments/comparison/bands.ts';
import { compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import { flatFigures } from '../../../src/experiments/comparison/figure-values.ts';
import { figuresToTell } from '../../../src/experiments/comparison/headline-choice.ts';
import { escapeMarkdown } from '../../../src/text/markdown.ts';
import { decimalsFor, formatNumber } from '../../../src/text/numbers.ts';
import { plainText } from '../../../src/text/plain-text.ts';
import { notified } from './designs.ts';

describe('figures of a run', () => {
  it('are named by their path, in the order of summary.json', () => {
    expect([...flatFigures({ b: { y: 1, x: null }, a: 2 })]).toEqual([
      ['b.y', 1],
      ['b.x', null],
      ['a', 2],
    ]);
  });
});

describe('the figures to tell', () => {
  const told = (one: number, other: number) =>
    figuresToTell(compareDesigns([notified('a', () => one), notified('b', () => other)])).map(
      ({ description }) => description.path,
    );

  it('begin with the one that carries the verdict, though it be all or nothing everywhere', () => {
    expect(told(3, 4)).toEqual(['machines.everNotification > 0', 'machines.everNotification']);
  });
});

describe('bands over time', () => {
  it('are quantiles of each day by itself', () => {
    const replications = Array.from({ length: 20 }, (_, number) => [number + 1, 20 - number, 5]);
    expect(dailyBand('a', replications)).toEqual({
      design: 'a',
      days: 3,
      p5: [1, 1, 5],
      p50: [10, 10, 5],
      p95: [19, 19, 5],
    });
  });
});

describe('numbers for people', () => {
  it('have two digits of what they are uncertain by', () => {
    expect([0.034, 0.34, 3.4, 34, 340].map((spread) => decimalsFor(7, spread))).toEqual([3, 2, 1, 0, 0]);
    expect([decimalsFor(7, 0), decimalsFor(7.25, null)]).toEqual([0, 2]);
  });

  it('have thousands set apart, millions by name, and no negative zero', () => {
    expect(formatNumber(1234567, 0)).toBe('1.235 M');
    expect(formatNumber(-12345.67, 1)).toBe('-12,345.7');
    expect(formatNumber(-0.001, 1)).toBe('0.0');
  });
});

describe('untrusted text', () => {
  it('is cut between characters, not within them', () => {
    expect(plainText('😀'.repeat(10), 4)).toBe('😀😀😀…');
  });

  it('is no markup', () => {
    expect(escapeMarkdown('a|b <b>&*_`[x]')).toBe('a\\|b &lt;b&gt;&amp;\\*\\_\\`\\[x\\]');
  });
});
