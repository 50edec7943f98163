import { describe, expect, it } from 'vitest';
import { comparisonColumns } from '../../../src/experiments/comparison/columns.ts';
import { compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import { comparisonRows, summaryRows } from '../../../src/experiments/comparison/rows.ts';
import { design, notified, ofReplications } from './designs.ts';

const nested = () => ({
  machines: { total: 3, timeToLicensed: { p50: null } },
  hosts: { 'kms.1': { requests: 7 } },
});

describe('comparison.csv', () => {
  it('has a row for each figure of each replication of each design, and none is dropped', () => {
    expect([...comparisonRows([design('a', nested, 2)])]).toEqual([
      ['a', 0, 'machines.total', 3],
      ['a', 0, 'machines.timeToLicensed.p50', ''],
      ['a', 0, 'hosts.kms.1.requests', 7],
      ['a', 1, 'machines.total', 3],
      ['a', 1, 'machines.timeToLicensed.p50', ''],
      ['a', 1, 'hosts.kms.1.requests', 7],
    ]);
    expect(comparisonColumns('comparison.csv')).toEqual(['design', 'replication', 'figure', 'value']);
  });

  it('orders replications by number', () => {
    const results = design('a', nested, 3);
    const reversed = ofReplications('a', new Map([2, 1, 0].map((number) => [number, nested()])));
    expect([...comparisonRows([reversed])]).toEqual([...comparisonRows([results])]);
  });
});

describe('summary.csv', () => {
  const records = (...designs: Parameters<typeof compareDesigns>[0]) => {
    const columns = comparisonColumns('summary.csv');
    return [...summaryRows(compareDesigns(designs))].map((row) => {
      expect(row).toHaveLength(columns.length);
      return Object.fromEntries(row.map((cell, index) => [columns[index], cell]));
    });
  };

  it('has a row for each design and figure', () => {
    const rows = records(
      notified('a', () => 4),
      notified('b', (number) => 2 + (number % 3)),
    );
    expect(rows.map(({ design, figure }) => [design, figure])).toEqual([
      ['a', 'machines.everNotification'],
      ['b', 'machines.everNotification'],
      ['a', 'machines.everNotification > 0'],
      ['b', 'machines.everNotification > 0'],
    ]);
    expect(rows[0]).toMatchObject({
      replications: 30,
      missing: 0,
      mean: 4,
      half_width: 0,
      difference: '',
      verdict: 'reference',
      confidence: 0.95,
    });
    expect(rows[1]).toMatchObject({
      mean: 3,
      median: 3,
      p5: 2,
      p95: 4,
      pairs: 30,
      difference: -1,
      verdict: 'better',
    });
    expect(Number(rows[1].difference_low)).toBeLessThan(Number(rows[1].difference_high));
  });

  it('leaves out what a design does not have, save headlines', () => {
    const rows = records(
      design('a', nested),
      notified('b', () => 1),
    );
    expect(rows.filter(({ design }) => design === 'b').map(({ figure }) => figure)).toEqual([
      'machines.everNotification',
      'machines.everNotification > 0',
    ]);
    expect(
      rows.find(({ design, figure }) => design === 'a' && figure === 'machines.everNotification'),
    ).toMatchObject({
      replications: 0,
      missing: 30,
      mean: '',
    });
  });

  it('shows no digits that come from rounding', () => {
    const [row] = records(
      notified('a', () => 0.1 + 0.2),
      notified('b', () => 1),
    );
    expect(row.mean).toBe(0.3);
  });
});
