import { useMemo, useState } from 'preact/hooks';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { Override } from '../../../scenario/load.ts';
import type { RunContent } from '../../content/run-content.ts';
import { overridesOf, whatIfFields } from '../../content/what-if/what-if-fields.ts';
import type { Engine } from '../engine/engine.ts';
import type { Theme } from '../theme.ts';
import type { Answers } from '../worker/messages.ts';
import { WhatIfFields } from './what-if-form.tsx';
import { WhatIfResult } from './what-if-result.tsx';

export interface WhatIfProps {
  readonly content: RunContent;
  readonly scenario: JsonObject;
  readonly engine: Engine;
  readonly theme: Theme;
}

type State =
  | { readonly name: 'unchanged' }
  | { readonly name: 'running'; readonly done: number }
  | { readonly name: 'done'; readonly answer: Answers['change']; readonly overrides: readonly Override[] }
  | { readonly name: 'failed'; readonly message: string };

const PERCENT = 100;

/** Changes the scenario's numbers and switches, runs it again, and shows the difference. */
export function WhatIf({ content, scenario, engine, theme }: WhatIfProps) {
  const fields = useMemo(() => whatIfFields(scenario), [scenario]);
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const [state, setState] = useState<State>({ name: 'unchanged' });
  const overrides = useMemo(() => overridesOf(scenario, fields, values), [scenario, fields, values]);
  const change = (path: string, value: string) => setValues(new Map(values).set(path, value));
  const run = async () => {
    setState({ name: 'running', done: 0 });
    try {
      const answer = await engine.ask('change', { scenario, overrides }, (done) =>
        setState({ name: 'running', done }),
      );
      setState({ name: 'done', answer, overrides });
    } catch (error) {
      setState({ name: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const reset = () => {
    setValues(new Map());
    setState({ name: 'unchanged' });
  };
  return (
    <section class="card no-print" aria-label="What if">
      <h2>What if</h2>
      <p class="quiet">
        Change numbers and switches, run the estate again in this page, and see what differs.
      </p>
      <form
        class="what-if"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <WhatIfFields fields={fields} values={values} onChange={change} />
        <div class="form-buttons">
          <button type="submit" class="primary" disabled={overrides.length === 0 || state.name === 'running'}>
            Run again
          </button>
          <button type="button" onClick={reset} disabled={overrides.length === 0}>
            Reset
          </button>
          <span class="quiet" role="status">
            {progressWords(state, overrides.length)}
          </span>
        </div>
      </form>
      {state.name === 'done' && (
        <WhatIfResult original={content} answer={state.answer} overrides={state.overrides} theme={theme} />
      )}
    </section>
  );
}

function progressWords(state: State, changes: number): string {
  switch (state.name) {
    case 'running':
      return `Running: ${Math.round(state.done * PERCENT)} %`;
    case 'failed':
      return `The run failed: ${state.message}`;
    case 'done':
    case 'unchanged':
      return changes === 0 ? 'Nothing is changed yet.' : '';
  }
}
