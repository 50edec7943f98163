import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Condition } from '../../src/model/definitions/conditions.ts';
import { endOfDay } from '../../src/page/browser/picture/moment.ts';
import { unpackDocument } from '../../src/page/content/column-packing.ts';
import { estateView } from '../../src/page/content/estate-view.ts';
import { abridged, PICTURE_LIMITS } from '../../src/page/content/layout/abridged.ts';
import { layoutEstate } from '../../src/page/content/layout/estate-layout.ts';
import type { RunReport } from '../../src/page/content/report-document.ts';
import { runReportHtml } from '../../src/page/file/run-report.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { runInMemory } from '../scenarios/run-in-memory.ts';
import { shipped } from '../scenarios/shipped.ts';

/** The document in a page. */
function documentIn(html: Buffer): RunReport {
  const [, encoded] = /id="document">([^<]*)</.exec(html.toString()) ?? [];
  return unpackDocument(inflateRawSync(Buffer.from(encoded ?? '', 'base64'))) as RunReport;
}

describe('a page that would be too large', () => {
  const scenario = shipped('03-branch-offices');
  const run = runInMemory(scenario, { events: 'none' });
  const source = {
    scenario,
    outcome: run,
    events: 'none',
    origin: { version: '1.2.3', seed: scenario.seed, commandLine: [] },
    checksums: new Map<string, string>(),
  } as const;

  it('leaves out the single groups, says so, and keeps their sums', () => {
    const whole = documentIn(runReportHtml(source));
    expect(whole.leftOut).toBe(null);
    const { leftOut, run: kept } = documentIn(runReportHtml(source, 1000));
    expect(leftOut).toBe(
      'the 6 groups by themselves, to keep the page below 10 MB; repeat the run to see them',
    );
    expect(kept.series.groups).toHaveLength(1);
    const licensed = whole.run.series.groups.reduce(
      (sum, { conditions }) => sum + conditions[Condition.Licensed][100],
      0,
    );
    expect(kept.series.groups[0].conditions[Condition.Licensed][100]).toBe(licensed);
    expect(endOfDay(whole.run, 100).conditionsOf(2)[Condition.Licensed]).toBe(220);
    expect(endOfDay(kept, 100).conditionsOf(2)).toEqual([]);
  });
});

describe('a page of a scenario without a title', () => {
  it('has the name of its file as the title, with which it repeats the run', () => {
    const { title: _, ...resolved } = shipped('03-branch-offices').resolved;
    const scenario = { ...shipped('03-branch-offices'), resolved, title: 'branches' };
    const outcome = runInMemory(scenario, { events: 'none' });
    const origin = { version: '1.2.3', seed: scenario.seed, commandLine: [] };
    const page = runReportHtml({ scenario, outcome, events: 'none', origin, checksums: new Map() });
    expect(documentIn(page).scenario).toMatchObject({ title: 'branches' });
  });
});

describe('the picture of a very large estate', () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `  ${line(index)}\n`).join('');
  const text = `title: Many
networks:
${lines(100, (index) => `n-${index}: {}`)}machines:
${lines(50, (index) => `core-${index}: { count: 2, os: vista-business, network: n-0, method: none }`)}${lines(
  80,
  (index) => `far-${index}: { count: 3, os: vista-business, network: n-${index + 20}, method: none }`,
)}`;
  const loaded = loadScenario('many.yaml', { read: () => text, resolve: (_, other) => other });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('; '));
  const estate = abridged(estateView(loaded.scenario.parameters, [25]));

  it('draws the first networks and groups, and the others as one, with every machine in some place', () => {
    expect(estate.networks).toHaveLength(PICTURE_LIMITS.networks + 1);
    expect(estate.networks[0].groups.at(-1)).toMatchObject({ name: '21 more groups', count: 42 });
    expect(estate.networks.at(-1)).toMatchObject({ name: '60 more networks', note: '0 hosts' });
    const groups = estate.networks.flatMap((network) => network.groups);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(50 * 2 + 80 * 3);
    const members = groups.flatMap((group) => group.members).sort((a, b) => a - b);
    expect(members).toEqual(Array.from({ length: 130 }, (_, index) => index));
  });

  it('is laid out without two rooms in one place', () => {
    const { rooms, width } = layoutEstate(estate, 900);
    for (const [place, one] of rooms.entries()) {
      expect(one.x + one.width).toBeLessThanOrEqual(width + 1);
      for (const other of rooms.slice(place + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart, `${one.network.name} and ${other.network.name}`).toBe(true);
      }
    }
  });
});
