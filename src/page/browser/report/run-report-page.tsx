import { useState } from 'preact/hooks';
import { isoDate } from '../../../charts/day-ticks.ts';
import { formatDuration } from '../../../text/duration.ts';
import type { RunReport } from '../../content/report-document.ts';
import type { Engine } from '../engine/engine.ts';
import { RunView } from '../run/run-view.tsx';
import { useTheme } from '../theme.ts';
import { RepeatCheck } from './repeat-check.tsx';

export interface RunReportPageProps {
  readonly report: RunReport;
  readonly engine: Engine;
}

/** The page of one run. */
export function RunReportPage({ report, engine }: RunReportPageProps) {
  const theme = useTheme();
  const [content, setContent] = useState(report.run);
  return (
    <>
      <header class="page-header">
        <h1>{content.title}</h1>
        <p class="quiet">
          {formatDuration(content.duration)} from {isoDate(content.start, 0)} · seed {report.seed} · vasim{' '}
          {report.version}
        </p>
        <RepeatCheck
          report={report}
          engine={engine}
          onRepeated={report.leftOut === null ? undefined : setContent}
        />
      </header>
      <main>
        <RunView content={content} scenario={report.scenario} engine={engine} theme={theme} />
      </main>
      <footer class="page-footer">
        <p>
          Made by <code>{report.commandLine.join(' ')}</code>. The same scenario, seed and version give the
          same bytes.
        </p>
      </footer>
    </>
  );
}
