import { describe, expect, it } from 'vitest';
import { bandCharts } from '../../../src/charts/comparison/band-charts.ts';
import { comparisonCharts, sweepCharts } from '../../../src/charts/comparison/comparison-charts.ts';
import { differencesCharts } from '../../../src/charts/comparison/differences-chart.ts';
import { figuresCharts } from '../../../src/charts/comparison/figures-chart.ts';
import { openPngRenderer } from '../../../src/charts/png.ts';
import { dailyBand } from '../../../src/experiments/comparison/bands.ts';
import { compareDesigns } from '../../../src/experiments/comparison/compare.ts';
import { sweepFigure } from '../../../src/experiments/comparison/sweep.ts';
import { design, luck, notified } from '../../experiments/comparison/designs.ts';
import { annotationsOf, datasetsOf, labelsOf, subtitleOf, titleOf } from '../looks.ts';

const two = compareDesigns([notified('central', luck), notified('branch', (number) => luck(number) / 2)]);

function textsOf(chart: Parameters<typeof annotationsOf>[0]): string[] {
  return annotationsOf(chart, 'label').flatMap(({ content }) => content);
}

describe('the chart of figures side by side', () => {
  const [chart] = figuresCharts('Central or branch', two);

  it('names each figure and design, and writes each mean with its interval', () => {
    expect(titleOf(chart)).toBe('Central or branch');
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining([
        'machines ever in Notification',
        'central',
        'branch',
        '2.90 ± 0.76',
        '1.45 ± 0.38',
      ]),
    );
  });

  it('says what its lines are', () => {
    expect(subtitleOf(chart)).toContain(
      'Thick line: 95 % interval of the mean. Thin line: 5 to 95 % of the replications',
    );
  });

  it('tells designs apart by marker, not only by color', () => {
    const markers = datasetsOf(chart).flatMap(({ pointStyle }) =>
      pointStyle === undefined ? [] : [pointStyle],
    );
    expect(new Set(markers).size).toBe(2);
  });

  it('says in how many replications a figure exists', () => {
    const some = notified('some', (number) => (number < 5 ? null : number));
    const charts = figuresCharts('x', compareDesigns([notified('all', luck), some]));
    expect(textsOf(charts[0]).some((text) => text.endsWith('in 25 of 30'))).toBe(true);
  });

  it('goes on in further charts when there is no room, and leaves none out', () => {
    const designs = Array.from({ length: 12 }, (_, place) =>
      design(`design-${place}`, (number) => ({
        machines: { everNotification: luck(number) + place, unlicensedDays: 5, failedContacts: place },
        telephone: { minutes: 30 },
        microsoft: { messages: 9 },
      })),
    );
    const charts = figuresCharts('Twelve designs', compareDesigns(designs));
    expect(charts.length).toBeGreaterThan(1);
    const texts = charts.flatMap(textsOf);
    for (const title of ['machine-days unlicensed', 'telephone time (min)', 'messages to Microsoft'])
      expect(texts).toContain(title);
    expect(subtitleOf(charts[0])).toContain(`(1 of ${charts.length})`);
  });

  it('keeps every mark within its own column', () => {
    for (const { data } of datasetsOf(chart))
      for (const { x } of data) expect(x % 1).toBeGreaterThanOrEqual(0.2);
  });
});

describe('the chart of differences', () => {
  it('draws a verdict by color and by shape', () => {
    const [chart] = differencesCharts('x', two);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(['branch', '-1.45 (-1.83 to -1.07)']));
    expect(textsOf(chart)).not.toContain('central');
    expect(datasetsOf(chart)).toContainEqual(
      expect.objectContaining({ pointStyle: 'circle', backgroundColor: '#009E73' }),
    );
    expect(subtitleOf(chart)).toContain('Green dot: better');
  });

  it('is not drawn for one design', () => {
    expect(differencesCharts('x', compareDesigns([notified('a', luck)]))).toEqual([]);
  });
});

describe('the chart of bands over time', () => {
  const band = (name: string, days = 40) =>
    dailyBand(
      name,
      Array.from({ length: 20 }, (_, number) => Array.from({ length: days }, (_, day) => day + number)),
    );
  const content = (...names: string[]) => ({
    title: 'Central or branch',
    caption: 'Computers in Notification at the end of each day',
    unit: 'computers',
    start: '2008-03-03',
    replications: 20,
    bands: names.map((name) => band(name)),
  });

  it('has a median over a band for each design', () => {
    const [chart] = bandCharts(content('central', 'branch'));
    expect(labelsOf(chart)).toEqual(['', '', 'central', '', '', 'branch']);
    const [lower, upper, median] = datasetsOf(chart).map(({ data }) => data[0].y);
    expect([lower, median, upper]).toEqual([0, 9, 18]);
    expect(subtitleOf(chart)).toContain('median of 20 replications');
  });

  it('shows each of many designs beside the first', () => {
    const named = bandCharts(content('a', 'b', 'c', 'd')).map((chart) =>
      labelsOf(chart).filter((label) => label),
    );
    expect(named).toEqual([
      ['a', 'b', 'c'],
      ['a', 'd'],
    ]);
  });

  it('ends a shorter run where it ends', () => {
    const [chart] = bandCharts({ ...content(), bands: [band('long', 40), band('short', 10)] });
    expect(datasetsOf(chart)[5].data.at(-1)).toEqual({ x: 10, y: 18 });
  });
});

describe('the charts of a sweep', () => {
  const cell = (values: (number | string)[], everNotification: number | null) => ({
    values,
    results: design(values.join(' '), (number) => ({
      machines: {
        everNotification: everNotification === null ? null : everNotification * (1 + luck(number)),
      },
    })),
  });
  const path = 'machines.everNotification';

  it('are a line with its bands for one setting, and a mark where it tips', () => {
    const cells = [cell([26], 0), cell([24], 3), cell([25], 0)];
    const [{ name, configuration }] = sweepCharts(
      'Site A',
      sweepFigure(['machines.site-a.count'], cells, path),
    );
    expect(name).toBe('sweep');
    expect(
      datasetsOf(configuration)
        .at(-1)!
        .data.map(({ x, y }) => [x, y && Math.round(y)]),
    ).toEqual([
      [24, 12],
      [25, 0],
      [26, 0],
    ]);
    const [mark] = annotationsOf(configuration, 'line');
    expect([mark.value, mark.label?.content]).toEqual([24.5, 'tips between 24 and 25']);
    expect(subtitleOf(configuration)).toContain('site-a needs 25 machines');
  });

  it('place durations at their true distances, whatever their units', () => {
    const cells = [cell(['2 d'], 3), cell(['12 h'], 0), cell(['1 d'], 0)];
    const [{ configuration }] = sweepCharts('x', sweepFigure(['hosts.kms-1.online'], cells, path));
    const mean = datasetsOf(configuration).at(-1)!;
    expect(mean.data.map(({ x }) => x)).toEqual([720, 1440, 2880]);
    expect(mean.showLine).toBe(true);
  });

  it('draw no line and no band between names', () => {
    const cells = [cell(['kms'], 3), cell(['mak'], 0)];
    const [{ configuration }] = sweepCharts('x', sweepFigure(['machines.a.method'], cells, path));
    const datasets = datasetsOf(configuration);
    expect(datasets.at(-1)!.showLine).toBe(false);
    expect(datasets.every(({ fill }) => fill === undefined)).toBe(true);
    expect(datasets[0].data.map(({ x, y }) => [x, y === null])).toEqual([
      [0, false],
      [0, false],
      [0, true],
      [1, false],
      [1, false],
      [1, true],
    ]);
  });

  it('leave a gap where the figure does not exist, and say so', () => {
    const cells = [cell([1], null), cell([2], 3)];
    const [{ configuration }] = sweepCharts('x', sweepFigure(['x'], cells, path));
    expect(datasetsOf(configuration).at(-1)!.data[0].y).toBeNull();
    expect(subtitleOf(configuration)).toContain('does not exist in any replication');
  });

  it('are a map for two settings, every cell in one class and with its number', () => {
    const grid = [1, 2, 3].flatMap((x) =>
      ['a', 'b'].map((y) => cell([x, y], y === 'a' && x === 1 ? null : x - 1)),
    );
    const [{ configuration }] = sweepCharts('x', sweepFigure(['x', 'y'], grid, path));
    expect(labelsOf(configuration).slice(0, 2)).toEqual(['does not exist', '0']);
    expect(datasetsOf(configuration).reduce((sum, { data }) => sum + data.length, 0)).toBe(6);
    expect(annotationsOf(configuration, 'box')).toHaveLength(6);
    expect(textsOf(configuration)).toEqual(['never', '0', '3.9', '3.9', '7.8', '7.8']);
  });

  it('write no numbers where there is no room', () => {
    const grid = Array.from({ length: 60 }, (_, index) => cell([index % 30, Math.floor(index / 30)], index));
    const [{ configuration }] = sweepCharts('x', sweepFigure(['x', 'y'], grid, path));
    expect(textsOf(configuration)).toEqual([]);
  });
});

describe('all charts of a comparison', () => {
  it('have names of their own and can be drawn', async () => {
    const bands = new Map([
      [
        'notification',
        {
          title: 'x',
          caption: 'y',
          unit: 'computers',
          start: '2008-03-03',
          replications: 2,
          bands: ['a', 'b', 'c', 'd'].map((name) =>
            dailyBand(name, [
              [1, 2],
              [3, 4],
            ]),
          ),
        },
      ],
    ]);
    const charts = comparisonCharts('<b>x</b>', two, bands);
    expect(charts.map(({ name }) => name)).toEqual([
      'figures',
      'differences',
      'notification',
      'notification-2',
    ]);
    const renderer = await openPngRenderer();
    for (const { configuration } of charts) {
      const png = Buffer.from(await renderer.render(configuration));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 1200]);
    }
  });
});
