import { useMemo } from 'preact/hooks';
import { whatIfChart } from '../../../charts/what-if-chart.ts';
import { HEADLINES } from '../../../experiments/comparison/figure-descriptions.ts';
import { flatFigures } from '../../../experiments/comparison/figure-values.ts';
import type { Override } from '../../../scenario/load.ts';
import { shellQuote } from '../../../text/shell-quote.ts';
import { chartedSeries, type RunContent } from '../../content/run-content.ts';
import { ChartFigure } from '../charts/chart-figure.tsx';
import { DataTable } from '../charts/data-table.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { Words } from '../parts/words.tsx';
import type { Theme } from '../theme.ts';
import type { Answers } from '../worker/messages.ts';

export interface WhatIfResultProps {
  readonly original: RunContent;
  readonly answer: Answers['change'];
  readonly overrides: readonly Override[];
  readonly theme: Theme;
}

/** What a change did: the figures that differ, both runs over time, and the changed scenario. */
export function WhatIfResult({ original, answer, overrides, theme }: WhatIfResultProps) {
  if (!answer.ok)
    return (
      <div class="verdict bad" role="alert">
        {answer.diagnostics.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    );
  return <Difference original={original} answer={answer} overrides={overrides} theme={theme} />;
}

interface DifferenceProps extends WhatIfResultProps {
  readonly answer: Extract<Answers['change'], { ok: true }>;
}

interface ChangedFigure {
  readonly path: string;
  readonly before: number | null;
  readonly after: number | null;
}

function Difference({ original, answer: { content, yaml }, overrides, theme }: DifferenceProps) {
  const configuration = useMemo(
    () => whatIfChart(chartedSeries(original), chartedSeries(content)),
    [original, content],
  );
  const changed = useMemo(() => changedFigures(original, content), [original, content]);
  const main = changed.filter(({ path }) => HEADLINES.some((headline) => headline.path === path));
  const rows = (figures: readonly ChangedFigure[]) =>
    figures.map(({ path, before, after }) => [
      path,
      shown(before),
      shown(after),
      shownDifference(before, after),
    ]);
  return (
    <div class="what-if-result">
      <h3>With the change</h3>
      {content.words.map((line) => (
        <p key={line}>
          <Words text={line} />
        </p>
      ))}
      {main.length === 0 ? (
        <p>{changed.length === 0 ? 'No figure differs.' : 'No main figure differs.'}</p>
      ) : (
        <table class="difference">
          <caption class="quiet">Main figures that differ</caption>
          <thead>
            <tr>
              <th scope="col">figure</th>
              <th scope="col">original</th>
              <th scope="col">changed</th>
              <th scope="col">difference</th>
            </tr>
          </thead>
          <tbody>
            {rows(main).map(([path, ...cells]) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                {cells.map((cell, index) => (
                  <td key={`${index} ${cell}`}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <DataTable
        label={`all ${changed.length} figures that differ`}
        columns={['figure', 'original', 'changed', 'difference']}
        rows={() => rows(changed)}
      />
      <ChartFigure configuration={configuration} theme={theme} />
      <h3>The changed scenario</h3>
      <p class="note">
        As options of the command:{' '}
        <code>{shellQuote(overrides.flatMap(({ path, value }) => ['--set', `${path}=${value}`]))}</code>
      </p>
      <CopyText label="The changed scenario as YAML" button="Copy YAML" text={yaml} />
    </div>
  );
}

function changedFigures(original: RunContent, changed: RunContent): ChangedFigure[] {
  const before = new Map(flatFigures(original.summary));
  const after = new Map(flatFigures(changed.summary));
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((figure) => figure.before !== figure.after);
}

const DECIMALS = 6;

function shown(value: number | null): string {
  return value === null ? '-' : String(Number(value.toFixed(DECIMALS)));
}

function shownDifference(before: number | null, after: number | null): string {
  if (before === null || after === null) return '-';
  const difference = Number((after - before).toFixed(DECIMALS));
  return difference > 0 ? `+${difference}` : String(difference);
}
