import type { ChartConfiguration, Chart as ChartType } from 'chart.js';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Theme } from '../theme.ts';
import { Chart } from './chart-library.ts';
import { chartTexts, pageChart } from './page-chart.ts';

export interface ChartFigureProps {
  readonly configuration: ChartConfiguration;
  readonly theme: Theme;
  /** Where the cursor is on the horizontal axis; left out: there is none. */
  readonly cursor?: number;
  /** Panels above each other. */
  readonly panels?: number;
  /** The height of the plot and what surrounds it, in pixels; left out: as its panels need. */
  readonly height?: number;
  /** Whether a heading above it says already what it shows. */
  readonly titled?: boolean;
  /** The table behind the chart. */
  readonly children?: ComponentChildren;
}

/** Pixels that a panel takes, and what is above and below all panels. */
const PANEL_HEIGHT = 230;
const SURROUNDINGS = 130;

/** A chart with its caption and notes as text, and a table behind it. */
export function ChartFigure(props: ChartFigureProps) {
  const { configuration, theme, cursor, panels = 1, titled = false, children } = props;
  const height = props.height ?? SURROUNDINGS + panels * PANEL_HEIGHT;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [chart, setChart] = useState<ChartType | null>(null);
  const width = useWidth(frame);
  const texts = useMemo(() => chartTexts(configuration), [configuration]);
  useEffect(() => {
    if (canvas.current === null || width === 0) return;
    const made = new Chart(canvas.current, pageChart(configuration, theme, width));
    setChart(made);
    return () => made.destroy();
  }, [configuration, theme, width]);
  return (
    <figure class="chart">
      <figcaption>
        {!titled && <p class="caption">{texts.caption}</p>}
        {texts.notes.map((note) => (
          <p class="note" key={note}>
            {note}
          </p>
        ))}
      </figcaption>
      <div class="plot" ref={frame} style={{ height: `${height}px` }}>
        <canvas ref={canvas} role="img" aria-label={texts.caption} />
        {chart !== null && cursor !== undefined && <Cursor chart={chart} at={cursor} />}
      </div>
      {children}
    </figure>
  );
}

/** A line over the plot where the player is. */
function Cursor({ chart, at }: { readonly chart: ChartType; readonly at: number }) {
  const scale = chart.scales.x;
  const { chartArea } = chart;
  if (scale === undefined || chartArea === undefined) return null;
  const left = Math.min(Math.max(scale.getPixelForValue(at), chartArea.left), chartArea.right);
  return (
    <div
      class="cursor"
      style={{
        transform: `translateX(${left}px)`,
        top: `${chartArea.top}px`,
        height: `${chartArea.bottom - chartArea.top}px`,
      }}
    />
  );
}

/** The width of an element, 0 before it is laid out. */
export function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => setWidth(Math.floor(current.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
