import type { ChartConfiguration } from 'chart.js';
import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { DailyBand } from '../../experiments/comparison/bands.ts';
import { plainText } from '../../text/plain-text.ts';
import { countAxis, type DayDataset, dayPoints, framed } from '../frame.ts';
import { shownDays, thinningNote } from '../thinning.ts';
import { designStyle, faded } from './design-styles.ts';
import { datedFrame, withoutUnnamed } from './plain-frame.ts';

/** Bands that stay readable over each other. */
const MAX_BANDS = 3;
const NAME_LIMIT = 30;
const BAND_OPACITY = 0.2;

/** A daily figure of several designs, the first of them the one that the others are compared with. */
export interface BandsOverTime {
  readonly title: string;
  /** What the figure is. */
  readonly caption: string;
  /** The unit of the vertical axis. */
  readonly unit: string;
  /** ISO date of day 0. */
  readonly start: string;
  readonly replications: number;
  readonly bands: readonly DailyBand[];
}

/** Medians as lines in bands of 5 to 95 %: as many charts as needed to show each design beside the first. */
export function bandCharts(content: BandsOverTime): ChartConfiguration[] {
  const [first, ...others] = content.bands.map((band, place) => ({ band, place }));
  if (first === undefined) return [];
  const inOne = MAX_BANDS - 1;
  const charts = Math.max(1, Math.ceil(others.length / inOne));
  return Array.from({ length: charts }, (_, chart) =>
    bandChart(content, [first, ...others.slice(chart * inOne, (chart + 1) * inOne)]),
  );
}

interface PlacedBand {
  readonly band: DailyBand;
  readonly place: number;
}

function bandChart(content: BandsOverTime, placed: readonly PlacedBand[]): ChartConfiguration {
  const days = Math.max(...placed.map(({ band }) => band.days));
  const shown = shownDays(
    days,
    placed.map(({ band }) => paddedPeaks(band, days)),
  );
  const configuration = framed(datedFrame(content.title, content.start, days), {
    caption: content.caption,
    notes: [
      `lines: median of ${content.replications} replications; bands: 5 to 95 % of them, each day by itself`,
      thinningNote(shown),
    ],
    datasets: placed.flatMap(({ band, place }) => bandDatasets(band, place, shown.days)),
    axes: { y: countAxis(content.unit) },
    // The order of drawing is that of the designs, from the last.
    legendReversed: true,
  });
  return withoutUnnamed(configuration);
}

/** The upper edge, and nothing after the end of a shorter run. */
function paddedPeaks({ p95 }: DailyBand, days: number): number[] {
  return Array.from({ length: days }, (_, day) => p95[day] ?? 0);
}

/** Lower edge, upper edge filled down to it, and the median over both; only the median is named. */
function bandDatasets({ design, days, p5, p50, p95 }: DailyBand, place: number, shown: readonly number[]) {
  const { color, dash } = designStyle(place);
  const own = shown.filter((day) => day < days);
  const steps = { step: MINUTES_PER_DAY, steps: days };
  const edge: Omit<DayDataset, 'data'> = {
    label: '',
    borderColor: faded(color, 0.5),
    backgroundColor: faded(color, BAND_OPACITY),
    borderWidth: 1,
    stepped: 'before',
    pointRadius: 0,
    pointHitRadius: 0,
  };
  const median: DayDataset = {
    label: plainText(design, NAME_LIMIT),
    data: dayPoints(own, steps, p50),
    borderColor: color,
    backgroundColor: faded(color, BAND_OPACITY),
    borderWidth: 2.5,
    borderDash: [...dash],
    stepped: 'before',
    pointRadius: 0,
    pointHitRadius: 4,
    // Later ones lie over earlier ones, which show between their dashes.
    order: -1 - place,
  };
  return [
    { ...edge, data: dayPoints(own, steps, p5) },
    { ...edge, data: dayPoints(own, steps, p95), fill: '-1' },
    median,
  ];
}
