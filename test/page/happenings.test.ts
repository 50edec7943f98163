import { describe, expect, it } from 'vitest';
import { dayLink, linkedMinute } from '../../src/page/content/day-link.ts';
import { happeningsOf } from '../../src/page/content/happenings.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { formatDiagnostic } from '../../src/text/diagnostics.ts';
import { inMemory, MAIN } from '../scenario/in-memory.ts';
import { runInMemory } from '../scenarios/run-in-memory.ts';
import { shipped } from '../scenarios/shipped.ts';

const scenario = shipped('03-branch-offices');
const run = runInMemory(scenario, { events: 'changes' });
const happenings = happeningsOf(scenario, run.charted);

describe('what happened', () => {
  it('has every threshold crossed at the minute that events.csv has', () => {
    const crossings = happenings.filter(({ kind }) => kind === 'reached' || kind === 'lost');
    const rows = run.rows('events.csv').filter(({ event }) => String(event).startsWith('threshold-'));
    expect(crossings.map(({ minute, subject }) => `${minute} ${subject}`)).toEqual(
      rows.map((row) => `${row.minute} ${row.subject}`),
    );
    expect(crossings.length).toBeGreaterThan(4);
  });

  it('is in the order of time, with the timeline and the ends of its outages', () => {
    const minutes = happenings.map(({ minute }) => minute);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(happenings.filter(({ kind }) => kind === 'timeline').map(({ words }) => words)).toEqual([
      'down wan-c, for 14 d',
      'down kms-1, for 12 d',
    ]);
    expect(happenings.filter(({ kind }) => kind === 'end')).toHaveLength(2);
  });

  it('says of systems without a grace that they are in Notification', () => {
    const sources = inMemory({
      [MAIN]: `
title: two systems
duration: 40 d
networks: { core: {} }
machines:
  vista: { count: 1, os: vista-business-sp1, network: core }
  eleven: { count: 1, os: windows-11-pro, network: core }
`,
    });
    const loaded = loadScenario(MAIN, sources);
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(formatDiagnostic).join('\n'));
    const { charted } = runInMemory(loaded.scenario, { events: 'changes' });
    expect(
      happeningsOf(loaded.scenario, charted).map(({ minute, words }) => [Math.floor(minute / 1440), words]),
    ).toEqual([
      [0, 'first machines of eleven in Notification: their system has no grace'],
      [30, 'first machines of vista at the end of their grace'],
    ]);
  });

  it('keeps the timeline and the first of the others where there is too much', () => {
    const mark = (minute: number) => ({
      minute,
      subject: 'kms-1',
      label: 'kms-1 reaches 25',
      passed: { event: 'threshold-reached', threshold: 25 } as const,
    });
    const marks = Array.from({ length: 1500 }, (_, minute) => mark(minute));
    const many = happeningsOf(scenario, { ...run.charted, marks });
    expect(many).toHaveLength(1000);
    expect(many.filter(({ kind }) => kind === 'timeline')).toHaveLength(2);
  });
});

describe('a link within the page', () => {
  it('leads to its day, or to its minute', () => {
    expect(dayLink(148 * 1440 + 706, true)).toBe('#day-148-11:46');
    expect(linkedMinute('#day-148-11:46')).toBe(148 * 1440 + 706);
    expect(dayLink(148 * 1440 + 706, false)).toBe('#day-148');
    expect(linkedMinute('#day-148')).toBe(148 * 1440 + 1439);
    expect(linkedMinute('#day-1-24:00')).toBe(null);
    expect(linkedMinute('#what-if')).toBe(null);
  });
});
