import { flatFigures } from '../../../experiments/comparison/figure-values.ts';
import { figureAt } from '../../../recording/figures/expectations.ts';
import { formatDuration } from '../../../text/duration.ts';
import { groupThousands } from '../../../text/numbers.ts';
import type { RunContent } from '../../content/run-content.ts';
import { DataTable } from '../charts/data-table.tsx';

interface Tile {
  readonly path: string;
  readonly label: string;
  readonly unit?: 'minutes';
  /** Whether anything above 0 is bad. */
  readonly trouble?: boolean;
}

const TILES: readonly Tile[] = [
  { path: 'machines.total', label: 'machines' },
  { path: 'machines.licensedAtEnd', label: 'licensed at the end' },
  { path: 'machines.everNotification', label: 'were in Notification or Unlicensed', trouble: true },
  { path: 'machines.peakNotification', label: 'of these at once, at most', trouble: true },
  { path: 'machines.timeToLicensed.p95', label: 'until 95 % were licensed', unit: 'minutes' },
  { path: 'microsoft.messages', label: 'messages to Microsoft' },
];

/** The main figures, and behind them every figure of `summary.json` as it is written there. */
export function Figures({ content: { summary } }: { readonly content: RunContent }) {
  return (
    <section class="figures" aria-label="Figures">
      <dl>
        {TILES.map((tile) => (
          <FigureTile key={tile.path} tile={tile} value={figureAt(summary, tile.path)} />
        ))}
      </dl>
      <DataTable
        label="every figure of summary.json"
        columns={['figure', 'value']}
        rows={() => [...flatFigures(summary)].map(([path, value]) => [path, value ?? 'null'])}
      />
    </section>
  );
}

function FigureTile({ tile, value }: { readonly tile: Tile; readonly value: number | null }) {
  const bad = tile.trouble === true && value !== null && value > 0;
  return (
    <div class={bad ? 'tile bad' : 'tile'}>
      <dt>{tile.label}</dt>
      <dd data-figure={tile.path}>{shown(tile, value)}</dd>
    </div>
  );
}

function shown({ unit }: Tile, value: number | null): string {
  if (value === null) return '-';
  return unit === 'minutes' ? formatDuration(value) : groupThousands(value);
}
