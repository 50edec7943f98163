import { useEffect, useState } from 'preact/hooks';
import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import { figureAt } from '../../../recording/figures/expectations.ts';
import type { RunReport } from '../../content/report-document.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { Engine } from '../engine/engine.ts';

export interface RepeatCheckProps {
  readonly report: RunReport;
  readonly engine: Engine;
  /** Is given the repeated run, where the page was written without all of it. */
  readonly onRepeated?: (content: RunContent) => void;
}

type CheckState =
  | { readonly name: 'waiting' }
  | { readonly name: 'running'; readonly done: number }
  | { readonly name: 'same'; readonly files: number }
  | { readonly name: 'different'; readonly files: readonly string[] }
  | { readonly name: 'failed'; readonly message: string };

/** Machine-days up to which a page repeats its run unasked: some seconds of work. */
const UNASKED = 40_000_000;
const PERCENT = 100;

/** Repeats the run in the page and compares its files with those of the manifest. */
export function RepeatCheck({ report, engine, onRepeated }: RepeatCheckProps) {
  const [state, setState] = useState<CheckState>({ name: 'waiting' });
  const check = async () => {
    setState({ name: 'running', done: 0 });
    try {
      const { scenario, events, checksums: expected } = report;
      const { content, checksums } = await engine.ask('run', { scenario, events, hashed: true }, (done) =>
        setState({ name: 'running', done }),
      );
      onRepeated?.(content);
      const names = Object.keys(expected);
      const files = names.filter((name) => checksums[name] !== expected[name]);
      setState(files.length === 0 ? { name: 'same', files: names.length } : { name: 'different', files });
    } catch (error) {
      setState({ name: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  useEffect(() => {
    const machines = figureAt(report.run.summary, 'machines.total') ?? 0;
    if ((machines * report.run.duration) / MINUTES_PER_DAY > UNASKED) return;
    // After the page is drawn: what is shown does not wait for it.
    const timer = setTimeout(check, 200);
    return () => clearTimeout(timer);
  }, [report]);
  return (
    <div class={`check ${state.name}`} role="status">
      {words(state)}
      {state.name === 'waiting' && (
        <button type="button" onClick={check}>
          Repeat the run
        </button>
      )}
      {report.leftOut !== null && state.name !== 'same' && <p class="note">Left out: {report.leftOut}.</p>}
    </div>
  );
}

function words(state: CheckState): string {
  switch (state.name) {
    case 'waiting':
      return 'Not repeated yet. ';
    case 'running':
      return `Repeating the run in this page: ${Math.round(state.done * PERCENT)} %`;
    case 'same':
      return `Checked: the run repeated in this page gives the same ${state.files} files, byte for byte.`;
    case 'different':
      return `Not the same: repeated in this page, the run gives other bytes in ${state.files.join(', ')}.`;
    case 'failed':
      return `The run could not be repeated: ${state.message}`;
  }
}
