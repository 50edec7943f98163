import { useState } from 'preact/hooks';
import type { ComparisonReport } from '../../content/report-document.ts';
import { ComparisonView } from '../comparison/comparison-view.tsx';
import { DesignView } from '../comparison/design-view.tsx';
import type { Engine } from '../engine/engine.ts';
import { Tabs } from '../parts/tabs.tsx';
import { useTheme } from '../theme.ts';

export interface ComparisonPageProps {
  readonly report: ComparisonReport;
  readonly engine: Engine;
}

const OVERVIEW = 'Comparison';
/** Characters of a title that is set smaller: those of many designs. */
const LONG_TITLE = 60;

/** The page of a comparison: the verdicts first, then each design's own page. */
export function ComparisonPage({ report, engine }: ComparisonPageProps) {
  const theme = useTheme();
  const { content } = report;
  const [tab, setTab] = useState(0);
  const design = content.designs[tab - 1];
  const replications = Math.max(...content.comparison.designs.map((compared) => compared.replications));
  return (
    <>
      <header class="page-header">
        <h1 class={content.title.length > LONG_TITLE ? 'long' : ''}>{content.title}</h1>
        <p class="quiet">
          {content.designs.length} designs, {replications} replications each · seed {report.seed} · vasim{' '}
          {report.version}
        </p>
      </header>
      <Tabs
        label="Pages"
        names={[OVERVIEW, ...content.designs.map(({ name }) => name)]}
        chosen={tab}
        onChoose={setTab}
      />
      <main>
        {design === undefined ? (
          <ComparisonView content={content} theme={theme} />
        ) : (
          <DesignView key={design.name} design={design} engine={engine} theme={theme} />
        )}
      </main>
      <footer class="page-footer">
        <p>
          Made by <code>{report.commandLine.join(' ')}</code>. The same scenarios, seed and version give the
          same bytes.
        </p>
      </footer>
    </>
  );
}
