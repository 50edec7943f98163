import { choiceSentences } from '../../../experiments/comparison/choice-sentences.ts';
import type { Comparison } from '../../../experiments/comparison/compare.ts';
import { intervalNotes, replicationNotes, verdictNotes } from '../../../experiments/comparison/notes.ts';
import { riskRows } from '../../../experiments/comparison/risk.ts';
import type { ComparisonContent } from '../../content/report-document.ts';
import { PlainTable } from '../charts/data-table.tsx';
import type { Theme } from '../theme.ts';
import { ComparisonCharts } from './comparison-charts.tsx';
import { Verdicts } from './verdicts.tsx';

export interface ComparisonViewProps {
  readonly content: ComparisonContent;
  readonly theme: Theme;
}

/** Which design to choose and why, the verdicts with their intervals, the risks, and the bands over time. */
export function ComparisonView({ content, theme }: ComparisonViewProps) {
  const { comparison } = content;
  const risks = riskRows(comparison);
  return (
    <>
      <Choice comparison={comparison} />
      {comparison.designs.slice(1).map(({ name }, index) => (
        <Verdicts key={name} comparison={comparison} place={index + 1} />
      ))}
      {risks.length > 1 && (
        <section class="card" aria-label="Risks">
          <h2>Risks</h2>
          <PlainTable label="risks by design" columns={risks[0]} rows={risks.slice(1)} />
        </section>
      )}
      <ComparisonCharts content={content} theme={theme} />
      <Notes comparison={comparison} />
    </>
  );
}

function Choice({ comparison }: { readonly comparison: Comparison }) {
  const [claim, ...reasons] = choiceSentences(comparison);
  return (
    <section class="card choice-card" aria-label="Choice">
      <h2>Choice</h2>
      {claim === undefined ? (
        <p>There is nothing to choose: no verdict can be given on the main figure.</p>
      ) : (
        <p class="claim">{claim}.</p>
      )}
      {reasons.map((reason) => (
        <p key={reason}>{reason}.</p>
      ))}
    </section>
  );
}

function Notes({ comparison }: { readonly comparison: Comparison }) {
  const notes = [...replicationNotes(comparison), ...verdictNotes(comparison), ...intervalNotes(comparison)];
  if (notes.length === 0) return null;
  return (
    <section class="card" aria-label="How far this can be trusted">
      <h2>How far this can be trusted</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
