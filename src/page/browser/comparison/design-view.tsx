import { useEffect, useState } from 'preact/hooks';
import { flatFigures } from '../../../experiments/comparison/figure-values.ts';
import type { Figures } from '../../../recording/figures/figures.ts';
import type { DesignDocument } from '../../content/report-document.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { Engine } from '../engine/engine.ts';
import { RunView } from '../run/run-view.tsx';
import type { Theme } from '../theme.ts';

export interface DesignViewProps {
  readonly design: DesignDocument;
  readonly engine: Engine;
  readonly theme: Theme;
}

type State =
  | { readonly name: 'running'; readonly done: number }
  | { readonly name: 'done'; readonly content: RunContent; readonly same: boolean | null }
  | { readonly name: 'failed'; readonly message: string };

const PERCENT = 100;

/** The page of one design: its replication 0, run in the page when it is asked for. */
export function DesignView({ design, engine, theme }: DesignViewProps) {
  const [state, setState] = useState<State>({ name: 'running', done: 0 });
  useEffect(() => {
    let wanted = true;
    const show = (next: State) => wanted && setState(next);
    const { scenario, figures } = design;
    engine
      .ask('run', { scenario, events: 'none', hashed: false }, (done) => show({ name: 'running', done }))
      .then(
        ({ content }) =>
          show({
            name: 'done',
            content,
            same: figures === null ? null : textOf(figures) === textOf(content.summary),
          }),
        (error: Error) => show({ name: 'failed', message: error.message }),
      );
    return () => {
      wanted = false;
    };
  }, [design, engine]);
  if (state.name === 'running')
    return <p role="status">Running this design in the page: {Math.round(state.done * PERCENT)} %</p>;
  if (state.name === 'failed') return <p role="alert">The design could not be run: {state.message}</p>;
  const { content, same } = state;
  return (
    <>
      <div class="design-head">
        <h2 class="design-title">{content.title}</h2>
        <div class={`check ${same === false ? 'different' : 'same'}`} role="status">
          {checkWords(same)}
        </div>
      </div>
      <RunView content={content} scenario={design.scenario} engine={engine} theme={theme} />
    </>
  );
}

function checkWords(same: boolean | null): string {
  if (same === null) return 'Replication 0, run in this page.';
  return same
    ? 'Checked: run in this page, replication 0 gives the same figures as in the comparison.'
    : 'Not the same: run in this page, replication 0 gives other figures than in the comparison.';
}

function textOf(figures: Figures): string {
  return JSON.stringify([...flatFigures(figures)]);
}
