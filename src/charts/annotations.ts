import type { Chart } from 'chart.js';

/**
 * The options of chartjs-plugin-annotation that the charts use. Its own types cannot be imported: their files name
 * each other without endings, which TypeScript's `nodenext` resolution does not follow.
 */

/** Something drawn on a chart that is not its data. */
export type Annotation = BoxAnnotation | LabelAnnotation | LineAnnotation;

/** A value of a scale, or how to find it once the chart is laid out. */
export type Placed = number | ((context: { readonly chart: Chart }) => number);

/** A rectangle; its `drawTime` says whether it lies under the data or over it. */
export interface BoxAnnotation {
  readonly type: 'box';
  readonly xScaleID: string;
  readonly yScaleID: string;
  /** Whether the scales are widened to hold it; one that is placed after the layout cannot ask for that. */
  readonly adjustScaleRange?: boolean;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: Placed;
  readonly yMax: Placed;
  readonly backgroundColor: string;
  readonly borderColor: string;
  readonly borderWidth: number;
  readonly drawTime: 'beforeDatasetsDraw' | 'afterDatasetsDraw';
}

/** A text at a point; `position` says which part of the text stands there. */
export interface LabelAnnotation {
  readonly type: 'label';
  /** One line, or several. */
  readonly content: string | readonly string[];
  readonly xScaleID: string;
  readonly yScaleID: string;
  readonly xValue: number;
  readonly yValue: number;
  readonly position: { readonly x: 'start' | 'end'; readonly y: 'start' | 'center' | 'end' };
  /** Pixels, to the right. */
  readonly xAdjust?: number;
  /** Pixels, downward. */
  readonly yAdjust: number;
  readonly textAlign?: 'start';
  readonly padding: number | { readonly top: number; readonly bottom: number };
  readonly color: string;
  readonly font: Font;
}

/** A line across the chart at a value of a scale, with a label on it or without; `position` is where along it. */
export interface LineAnnotation {
  readonly type: 'line';
  readonly scaleID: string;
  readonly value: number;
  readonly borderColor: string;
  readonly borderWidth: number;
  readonly borderDash: readonly number[];
  readonly label?: {
    readonly display: true;
    readonly content: string;
    readonly position: string;
    readonly yAdjust: number;
    readonly padding: number;
    readonly color: string;
    readonly backgroundColor: string;
    readonly font: Font;
  };
}

interface Font {
  readonly family: string;
  readonly size: number;
  readonly weight: number;
}
