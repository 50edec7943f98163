import { describe, expect, it } from 'vitest';
import { compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import { TERMINAL_WIDTH, terminalLines } from '../../../src/experiments/comparison/terminal-table.ts';
import { design, luck, notified, timed } from './designs.ts';

const estate = (name: string, better: number) =>
  design(name, (number) => ({
    machines: {
      everNotification: 20 + luck(number) - better,
      unlicensedDays: 123456.7 + 999 * luck(number) - 1000 * better - (number % 2),
      timeToLicensed: { p95: 40000 + 100 * luck(number) - better * (number % 5) },
      failedContacts: 5000 + 77 * luck(number) + better * (number % 4),
    },
    totals: { kmsHosts: 1 + better },
    microsoft: { messages: 1234567 + number },
  }));

describe('the table on a terminal', () => {
  it('has a block for each design after the first, within 100 columns', () => {
    const lines = terminalLines(
      compareDesigns([estate('central', 0), estate('branch', 2), estate('mixed', 1)]),
    );
    const headings = lines.filter((line) => line.includes(' against '));
    expect(headings).toEqual([
      'branch against central: 30 replications in pairs, 95 % intervals',
      'mixed against central: 30 replications in pairs, 95 % intervals',
    ]);
    const table = lines.filter((line) => /better$|worse$|differs$|none shown$|verdict$/.test(line));
    expect(table).toHaveLength(18);
    for (const line of table) expect(line.length).toBeLessThanOrEqual(TERMINAL_WIDTH);
  });

  it('shows means with intervals, the difference and the verdict under each other', () => {
    const lines = terminalLines(
      compareDesigns([notified('a', () => 7), notified('b', (number) => 4 + (number % 2))]),
    );
    expect(lines.filter((line) => /^(?:figure|machines)/.test(line))).toEqual([
      'figure                              a      b              difference  verdict',
      'machines ever in Notification       7   4.50  -2.50 (-2.69 to -2.31)  better',
    ]);
  });

  it('tells of missing values, of more replications, and of intervals that are not simultaneous', () => {
    const text = terminalLines(
      compareDesigns([
        timed('a', (number) => (number === 0 ? null : 1440 * (5 + luck(number)))),
        timed('b', (number) => 1440 * (5 + luck(number)) + 200 * ((number % 3) - 1) + 10),
      ]),
    ).join('\n');
    expect(text).toContain('in 29 of 30 of a');
    expect(text).toMatch(/these 29 replications could have shown a difference of/);
    expect(text).toContain('not simultaneous');
  });

  it('says where machines without a grace only waited, and which figure leaves them out', () => {
    const waiting = (name: string, beyond: number) =>
      design(name, () => ({ machines: { everNotification: 24, notificationBeyondWait: beyond } }));
    const textOf = (beyond: number) =>
      terminalLines(compareDesigns([waiting('a', beyond), waiting('b', 24)])).join('\n');
    expect(textOf(3)).toContain('--primary machines.notificationBeyondWait');
    expect(textOf(24)).not.toContain('without a grace');
  });

  it('says which replications could not be paired', () => {
    const text = terminalLines(compareDesigns([notified('a', luck, 30), notified('b', luck, 12)])).join('\n');
    expect(text).toContain(
      'b has results of 12 replications, a of 30: only the 12 that both have are paired.',
    );
  });

  it('shows one design alone', () => {
    const lines = terminalLines(compareDesigns([notified('a', () => 7)]));
    expect(lines.slice(0, 3)).toEqual([
      'figure                                            a',
      'replications with Notification  100 % (89 to 100 %)',
      'machines ever in Notification                     7',
    ]);
  });

  it('lets no name run over the terminal', () => {
    const lines = terminalLines(
      compareDesigns([notified('a'.repeat(300), luck), notified('b\u001b[2J', luck)]),
    );
    expect(lines.join('\n')).not.toContain('\u001b');
    expect(lines[1].length).toBeLessThanOrEqual(TERMINAL_WIDTH);
  });
});
