import type { ChartConfiguration } from 'chart.js';
import { shownMean, shownTitle } from '../../experiments/comparison/shown-value.ts';
import type { SettingValue, SweepPoint, SweptFigure } from '../../experiments/comparison/sweep.ts';
import { decimalsFor, formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Annotation } from '../annotations.ts';
import { INK, textFont } from '../palette.ts';
import { type ValueClass, valueClasses } from './classes.ts';
import { type CenteredLabel, plainFrame } from './plain-frame.ts';
import { settingAxis, settingText } from './setting-axis.ts';

const VALUE_LIMIT = 14;
/** Wider and higher maps have no room for numbers in their cells. */
const MAX_NUMBERED_COLUMNS = 20;
const MAX_NUMBERED_ROWS = 20;
const CELL_FONT = 12;
const HALF_LINE_PIXELS = 7;

/** A cell of the map: its place from the lower left, and what the figure is there, in its shown unit. */
interface Cell {
  readonly x: number;
  readonly y: number;
  readonly value: number | null;
  readonly point: SweepPoint;
}

/** A figure over two settings: the mean of each cell as a shade, in up to eight classes, and as a number where there is room. */
export function heatMap(title: string, swept: SweptFigure): ChartConfiguration {
  const { description, settings, points } = swept;
  const columns = distinct(points.map(({ values }) => values[0]));
  const rows = distinct(points.map(({ values }) => values[1]));
  const cells = points.map((point) => ({
    x: columns.indexOf(point.values[0]),
    y: rows.indexOf(point.values[1]),
    value: point.estimate.mean === null ? null : point.estimate.mean / description.perUnit,
    point,
  }));
  const classes = valueClasses(cells.map(({ value }) => value));
  const numbered = columns.length <= MAX_NUMBERED_COLUMNS && rows.length <= MAX_NUMBERED_ROWS;
  return plainFrame({
    title,
    caption: `${plainText(shownTitle(description))}: the mean over the replications`,
    notes: [],
    datasets: classes.map((shade) => ({
      label: shade.label,
      data: cells
        .filter(({ value }) => shade.holds(value))
        .map(({ x, y, point }) => ({ x, y, told: toldOf(swept, point) })),
      backgroundColor: shade.color,
      borderColor: INK.quiet,
      borderWidth: 1,
      showLine: false,
      pointRadius: 0,
      pointHitRadius: 16,
    })),
    annotations: Object.fromEntries(
      cells
        .flatMap((cell) => cellMarks(cell, classes, numbered))
        .map((annotation, index) => [`cell${index}`, annotation]),
    ),
    axes: {
      x: categoryAxis(settings[0], columns),
      y: categoryAxis(settings[1], rows),
    },
    legend: true,
  });
}

/** The different values: numbers ascending, others in the order given. */
function distinct(values: readonly SettingValue[]): SettingValue[] {
  const different = [...new Set(values)];
  const numeric = different.every((value) => typeof value === 'number');
  return numeric ? different.sort((one, other) => Number(one) - Number(other)) : different;
}

function cellMarks(
  { x, y, value, point }: Cell,
  classes: readonly ValueClass[],
  numbered: boolean,
): (Annotation | CenteredLabel)[] {
  const shade = classes.find((candidate) => candidate.holds(value))!;
  const box: Annotation = {
    type: 'box',
    xScaleID: 'x',
    yScaleID: 'y',
    xMin: x - 0.5,
    xMax: x + 0.5,
    yMin: y - 0.5,
    yMax: y + 0.5,
    backgroundColor: shade.color,
    borderColor: INK.grid,
    borderWidth: 1,
    drawTime: 'afterDatasetsDraw',
  };
  if (!numbered) return [box];
  return [box, numberIn(x, y, value, point, shade.ink)];
}

function numberIn(
  x: number,
  y: number,
  value: number | null,
  { estimate }: SweepPoint,
  ink: string,
): CenteredLabel {
  const spread =
    value === null || !estimate.mean ? null : (estimate.halfWidth ?? 0) * (value / estimate.mean);
  return {
    type: 'label',
    content: value === null ? 'never' : formatNumber(value, Math.min(1, decimalsFor(value, spread))),
    xScaleID: 'x',
    yScaleID: 'y',
    xValue: x,
    yValue: y,
    position: { x: 'center', y: 'end' },
    yAdjust: HALF_LINE_PIXELS,
    padding: 0,
    color: ink,
    font: textFont(CELL_FONT),
  };
}

function toldOf({ description, settings }: SweptFigure, { values, estimate }: SweepPoint): string {
  const place = values.map(
    (value, index) => `${plainText(settings[index])} = ${settingText(value, VALUE_LIMIT)}`,
  );
  return `${place.join(', ')}: ${shownMean(description, estimate, true)}`;
}

/** The values side by side, with half a cell's room around each. */
function categoryAxis(setting: string, values: readonly SettingValue[]) {
  const marks = values.map((value, index) => ({ value: index, label: settingText(value, VALUE_LIMIT) }));
  const scale = { setting, marks, min: -0.5, max: values.length - 0.5 };
  return { ...settingAxis(scale), grid: { display: false } };
}
