import { ComparisonView } from '../comparison/comparison-view.tsx';
import type { Engine } from '../engine/engine.ts';
import { RunView } from '../run/run-view.tsx';
import type { Theme } from '../theme.ts';
import type { Work } from './work.ts';

export interface ResultsProps {
  readonly work: Work;
  readonly engine: Engine;
  readonly theme: Theme;
}

/** What a run or a comparison gave: the same as in a report. */
export function Results({ work: { state }, engine, theme }: ResultsProps) {
  if (state.name === 'refused')
    return (
      <p class="verdict bad" role="alert">
        {state.message}
      </p>
    );
  if (state.name === 'ran')
    return (
      <>
        <h2 class="design-title">{state.content.title}</h2>
        <RunView content={state.content} scenario={state.scenario} engine={engine} theme={theme} />
      </>
    );
  if (state.name === 'compared')
    return (
      <>
        <h2 class="design-title">{state.content.title}</h2>
        <ComparisonView content={state.content} theme={theme} />
      </>
    );
  return null;
}
