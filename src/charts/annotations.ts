/**
 * The options of chartjs-plugin-annotation that the charts use. Its own types cannot be imported: their files name
 * each other without endings, which TypeScript's `nodenext` resolution does not follow.
 */

/** Something drawn over a chart that is not its data. */
export type Annotation = BoxAnnotation | LabelAnnotation | LineAnnotation;

/** A shaded rectangle. */
export interface BoxAnnotation {
  readonly type: 'box';
  readonly xScaleID: string;
  readonly yScaleID: string;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMin: number;
  readonly yMax: number;
  readonly backgroundColor: string;
  readonly borderColor: string;
  readonly borderWidth: number;
  readonly drawTime: 'afterDatasetsDraw';
}

/** A text at a point; `position` says which part of the text stands there. */
export interface LabelAnnotation {
  readonly type: 'label';
  readonly content: string;
  readonly xScaleID: string;
  readonly yScaleID: string;
  readonly xValue: number;
  readonly yValue: number;
  readonly position: { readonly x: 'start' | 'end'; readonly y: 'start' | 'end' };
  /** Pixels, downward. */
  readonly yAdjust: number;
  readonly padding: number | { readonly top: number; readonly bottom: number };
  readonly color: string;
  readonly font: Font;
}

/** A level across the chart with a label on it; `position` is where along the line. */
export interface LineAnnotation {
  readonly type: 'line';
  readonly scaleID: string;
  readonly value: number;
  readonly borderColor: string;
  readonly borderWidth: number;
  readonly borderDash: readonly number[];
  readonly label: {
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
