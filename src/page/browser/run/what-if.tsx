import { useMemo, useState } from 'preact/hooks';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { Override } from '../../../scenario/load.ts';
import type { RunContent } from '../../content/run-content.ts';
import { type Field, type FieldSection, overridesOf, whatIfFields } from '../../content/what-if-fields.ts';
import type { Engine } from '../engine/engine.ts';
import type { Theme } from '../theme.ts';
import type { Answers } from '../worker/messages.ts';
import { WhatIfField } from './what-if-field.tsx';
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
  const overrides = overridesOf(fields, values);
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
        {sectionsOf(fields).map(([section, members]) => (
          <fieldset key={section}>
            <legend>{section}</legend>
            <div class="fields">
              {members.map((field) => (
                <WhatIfField
                  key={field.path}
                  field={field}
                  value={values.get(field.path) ?? field.value}
                  onChange={(value) => change(field.path, value)}
                />
              ))}
            </div>
          </fieldset>
        ))}
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

function sectionsOf(fields: readonly Field[]): [FieldSection, Field[]][] {
  const sections = new Map<FieldSection, Field[]>();
  for (const field of fields) sections.set(field.section, [...(sections.get(field.section) ?? []), field]);
  return [...sections];
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
