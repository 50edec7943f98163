import type { ChartConfiguration } from 'chart.js';
import { plainText } from '../../text/plain-text.ts';
import type { Annotation } from '../annotations.ts';
import type { DayDataset } from '../frame.ts';
import { INK, textFont } from '../palette.ts';
import { type Panel, type PanelRow, type PanelScale, panelScale, scaleEnds } from './panel.ts';
import { plainFrame, type ToldPoint } from './plain-frame.ts';

/** Panels stand in two columns. Lines of text are the unit downward, columns the unit to the right. */
const COLUMNS = 2;
const LINES_A_COLUMN = 31;
/** Fewer lines would make rows stand apart too far. */
const LEAST_LINES = 12;
/** Lines that a panel takes besides its rows: title, ends of the scale, room. */
const LINES_BESIDE_ROWS = 2.3;
/** Where within a column the labels, the scale and the texts are; texts fit a page of 1000 pixels, too. */
const LABEL_AT = 0;
const SCALE_FROM = 0.24;
const SCALE_TO = 0.52;
const TEXT_AT = 0.55;
const LABEL_LIMIT = 18;
const TITLE_LIMIT = 48;
const ROW_FONT = 12;
const END_FONT = 10;
const HALF_LINE_PIXELS = 7;

/** What all charts of a set of panels share. */
export interface PanelSet {
  readonly title: string;
  readonly caption: string;
  readonly notes: readonly (string | undefined)[];
  readonly panels: readonly Panel[];
}

/** The panels, as many charts as they need; they fill the first column before the second. */
export function panelCharts({ title, caption, notes, panels }: PanelSet): ChartConfiguration[] {
  const lines = Math.max(...panels.map(linesOf));
  const aColumn = Math.max(1, Math.floor(LINES_A_COLUMN / lines));
  const charts = Math.ceil(panels.length / (aColumn * COLUMNS));
  const evenly = Math.ceil(panels.length / (charts * COLUMNS));
  return Array.from({ length: charts }, (_, chart) => {
    const shown = panels.slice(chart * evenly * COLUMNS, (chart + 1) * evenly * COLUMNS);
    const height = Math.max(LEAST_LINES, evenly * lines);
    const placed = shown.map((panel, index) =>
      placedPanel(panel, Math.floor(index / evenly), (index % evenly) * lines),
    );
    return plainFrame({
      title,
      caption: charts === 1 ? caption : `${caption} (${chart + 1} of ${charts})`,
      notes,
      datasets: placed.flatMap(({ datasets }) => datasets),
      annotations: Object.fromEntries(
        placed
          .flatMap(({ annotations }) => annotations)
          .map((annotation, index) => [`panel${index}`, annotation]),
      ),
      axes: {
        x: { type: 'linear', min: 0, max: COLUMNS, display: false },
        y: { type: 'linear', min: 0, max: height, reverse: true, display: false },
      },
      legend: false,
    });
  });
}

function linesOf({ rows }: Panel): number {
  return rows.length + LINES_BESIDE_ROWS;
}

function placedPanel(panel: Panel, column: number, top: number) {
  const scale = panelScale(panel);
  const x = (value: number) => column + SCALE_FROM + (SCALE_TO - SCALE_FROM) * scale.place(value);
  const bottom = top + 1 + panel.rows.length;
  const title = words(plainText(panel.title, TITLE_LIMIT), column + LABEL_AT, top + 0.4, 'start', 13, 600);
  const rows = panel.rows.map((row, index) => ({ row, y: top + 1.5 + index }));
  return {
    datasets: [
      ...rows.flatMap(({ row, y }) => rowDatasets(row, x, y)),
      line([x(scale.low), x(scale.high)], [bottom, bottom], 1, INK.quiet),
      ...(panel.zeroLine ? [line([x(0), x(0)], [top + 1, bottom], 1, INK.text)] : []),
    ],
    annotations: [
      title,
      ...rows.flatMap(({ row, y }) => [
        words(plainText(row.label, LABEL_LIMIT), column + LABEL_AT, y, 'start', ROW_FONT, 400),
        words(row.text, column + TEXT_AT, y, 'start', ROW_FONT, 400),
      ]),
      ...endLabels(scale, x, bottom + 0.4),
    ],
  };
}

function endLabels(scale: PanelScale, x: (value: number) => number, y: number): Annotation[] {
  const [low, high] = scaleEnds(scale);
  return [
    words(low, x(scale.low), y, 'start', END_FONT, 400),
    words(high, x(scale.high), y, 'end', END_FONT, 400),
  ];
}

/** The thin line, the thick line over it, and the marker over both. */
function rowDatasets(row: PanelRow, x: (value: number) => number, y: number): DayDataset[] {
  const { value, interval, spread, color, marker, hollow } = row;
  if (value === null) return [];
  const told = `${row.label}: ${row.text}`;
  const point: ToldPoint = { x: x(value), y, told };
  return [
    {
      data: [point],
      backgroundColor: hollow ? INK.background : color,
      borderColor: color,
      pointStyle: marker,
      pointRadius: 5,
      pointBorderWidth: 2,
      pointHitRadius: 12,
      order: 0,
    },
    ...(interval === null ? [] : [line(interval.map(x), [y, y], 4, color)]),
    ...(spread === null ? [] : [line(spread.map(x), [y, y], 1.25, color)]),
  ];
}

function line(xs: readonly number[], ys: readonly number[], width: number, color: string): DayDataset {
  return {
    data: xs.map((x, index) => ({ x, y: ys[index] })),
    borderColor: color,
    borderWidth: width,
    pointRadius: 0,
    pointHitRadius: 0,
    order: 1,
  };
}

/** A text beside (x, y), at half its height. */
function words(
  content: string,
  x: number,
  y: number,
  side: 'start' | 'end',
  size: number,
  weight: number,
): Annotation {
  return {
    type: 'label',
    content,
    xScaleID: 'x',
    yScaleID: 'y',
    xValue: x,
    yValue: y,
    position: { x: side, y: 'end' },
    yAdjust: HALF_LINE_PIXELS,
    padding: 0,
    color: weight > 400 ? INK.text : INK.quiet,
    font: textFont(size, weight),
  };
}
