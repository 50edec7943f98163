import { describe, expect, it } from 'vitest';
import { type Comparison, compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import { design, luck, notified, ofReplications, timed } from './designs.ts';

function figureOf({ figures }: Comparison, path: string, place: number) {
  const figure = figures.find(({ description }) => description.path === path);
  if (figure === undefined) throw new Error(`no figure ${path}`);
  return figure.designs[place];
}

const EVER = 'machines.everNotification';
const P95 = 'machines.timeToLicensed.p95';

describe('a comparison of designs', () => {
  it('gives each design its mean and quantiles, and the difference from the first in pairs', () => {
    const comparison = compareDesigns([
      notified('a', (number) => 20 + luck(number)),
      notified('b', (number) => 10 + luck(number) + (number % 2)),
    ]);
    expect(figureOf(comparison, EVER, 0).estimate).toMatchObject({ count: 30, missing: 0, median: 23 });
    const { difference, judgment } = figureOf(comparison, EVER, 1);
    expect(difference).toMatchObject({ pairs: 30, unpaired: 0, mean: -9.5, moreNeeded: null });
    expect(judgment).toMatchObject({ verdict: 'better', by: 'values' });
  });

  it('shows by pairs what two intervals side by side would hide', () => {
    const comparison = compareDesigns([
      notified('a', (number) => 10 * luck(number)),
      notified('b', (number) => 10 * luck(number) + 1 + (number % 2)),
    ]);
    const [a, b] = [0, 1].map((place) => figureOf(comparison, EVER, place).estimate);
    expect(a.high!).toBeGreaterThan(b.low!);
    expect(figureOf(comparison, EVER, 1).judgment.verdict).toBe('worse');
  });

  it('pairs by number, whatever the order in which replications were ready', () => {
    const a = notified('a', (number) => luck(number) / 10);
    const b = notified('b', (number) => luck(number) / 10 + 0.1 * (number % 3));
    const figures = (number: number) => ({
      machines: { everNotification: luck(number) / 10 + 0.1 * (number % 3) },
    });
    const numbers = [...b.replications].reverse();
    const shuffled = ofReplications('b', new Map(numbers.map((number) => [number, figures(number)])));
    expect(compareDesigns([a, shuffled])).toEqual(compareDesigns([a, b]));
  });

  it('compares each design with the first', () => {
    const comparison = compareDesigns([
      notified('a', () => 5),
      notified('b', () => 4),
      notified('c', () => 6),
      notified('d', () => 5),
    ]);
    const verdicts = [0, 1, 2, 3].map((place) => figureOf(comparison, EVER, place).judgment.verdict);
    expect(verdicts).toEqual(['reference', 'better', 'worse', 'no difference shown']);
  });

  it('says how many more replications might show a difference that is not shown', () => {
    const comparison = compareDesigns([
      notified('a', () => 10),
      notified('b', (number) => 10 + ((number % 5) - 2) * 3 + 0.8),
    ]);
    const { judgment, difference } = figureOf(comparison, EVER, 1);
    expect(judgment.verdict).toBe('no difference shown');
    expect(difference!.moreNeeded).toBeGreaterThan(100);
    expect(difference!.moreNeeded).toBeLessThan(400);
  });

  it('neither praises nor blames where no way is better in itself', () => {
    const hosts = (name: string, kmsHosts: number) => design(name, () => ({ totals: { kmsHosts } }));
    const comparison = compareDesigns([hosts('a', 1), hosts('b', 3)]);
    expect(figureOf(comparison, 'totals.kmsHosts', 1).judgment.verdict).toBe('differs');
  });

  it('knows nothing of chance from one replication', () => {
    const comparison = compareDesigns([notified('a', () => 3, 1), notified('b', () => 9, 1)]);
    expect(figureOf(comparison, EVER, 0).estimate).toMatchObject({ mean: 3, halfWidth: null, low: null });
    expect(figureOf(comparison, EVER, 1).judgment.verdict).toBe('not known');
  });

  it('leaves out headlines that no design has, and puts all other figures behind them', () => {
    const figures = () => ({ hosts: { 'kms-1': { requests: 4 } }, machines: { everNotification: 1 } });
    const { figures: compared } = compareDesigns([design('a', figures), design('b', figures)], {
      figures: 'all',
    });
    expect(compared.map(({ description }) => description.path)).toEqual([
      EVER,
      `${EVER} > 0`,
      'hosts.kms-1.requests',
    ]);
  });

  it('makes a share of replications of a yes or no, with intervals of its own', () => {
    const comparison = compareDesigns([
      notified('a', (number) => (number < 15 ? 3 : 0)),
      notified('b', () => 0),
    ]);
    const share = `${EVER} > 0`;
    expect(figureOf(comparison, share, 0).estimate).toMatchObject({ mean: 0.5, count: 30 });
    expect(figureOf(comparison, share, 0).estimate.low).toBeCloseTo(0.3315, 4);
    expect(figureOf(comparison, share, 1).difference).toMatchObject({ mean: -0.5, pairs: 30 });
    expect(figureOf(comparison, share, 1).judgment.verdict).toBe('better');
  });
});

describe('figures that do not exist in some replications', () => {
  it('are counted, left out of the mean, and larger than all others in quantiles', () => {
    const comparison = compareDesigns([timed('a', (number) => (number < 10 ? null : 1000 + number))]);
    expect(figureOf(comparison, P95, 0).estimate).toMatchObject({
      count: 20,
      missing: 10,
      mean: 1019.5,
      median: 1024,
      p95: null,
    });
  });

  it('leave a difference of the replications in which both exist', () => {
    const comparison = compareDesigns([
      timed('a', (number) => (number === 3 ? null : 1000)),
      timed('b', (number) => (number === 4 ? null : 900 + number)),
    ]);
    const { difference, judgment } = figureOf(comparison, P95, 1);
    expect(difference).toMatchObject({
      pairs: 28,
      existing: { both: 28, onlyFirst: 1, onlySecond: 1, neither: 0 },
    });
    expect(judgment).toMatchObject({ verdict: 'better', by: 'values' });
  });

  it('decide where one design has them significantly more often, against a better mean of the lucky ones', () => {
    const comparison = compareDesigns([
      timed('a', () => 1000),
      timed('b', (number) => (number < 20 ? null : 500 + number)),
    ]);
    expect(figureOf(comparison, P95, 1).judgment).toMatchObject({ verdict: 'worse', by: 'existence' });
    expect(figureOf(comparison, `${P95} exists`, 1).judgment.verdict).toBe('worse');
  });

  it('leave nothing known where no replication has them in both designs', () => {
    const comparison = compareDesigns([timed('a', () => null), timed('b', () => null)]);
    expect(figureOf(comparison, P95, 1)).toMatchObject({
      estimate: { count: 0, missing: 30, mean: null },
      judgment: { verdict: 'not known' },
    });
  });
});

describe('designs of which not all replications are there', () => {
  it('are paired by the common ones', () => {
    const whole = notified('a', (number) => number);
    const odd = [...whole.replications].filter((number) => number % 2 === 1);
    const figures = (number: number) => ({ machines: { everNotification: number + 1 } });
    const shard = ofReplications('b', new Map(odd.map((number) => [number, figures(number)])));
    const comparison = compareDesigns([whole, shard]);
    expect(comparison.designs).toEqual([
      { name: 'a', replications: 30, inCommon: 30 },
      { name: 'b', replications: 15, inCommon: 15 },
    ]);
    expect(figureOf(comparison, EVER, 1).difference).toMatchObject({ pairs: 15, unpaired: 15, mean: 1 });
  });
});
