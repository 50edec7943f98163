import { useId, useMemo, useState } from 'preact/hooks';
import type { Explanation } from '../../../advice/explain/explanation.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import { findNames, isNamed } from '../../content/machine-search.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { Engine } from '../engine/engine.ts';
import { Why } from './why.tsx';

export interface FindMachineProps {
  readonly content: RunContent;
  readonly scenario: JsonObject;
  readonly engine: Engine;
}

type State =
  | { readonly name: 'nothing' }
  | { readonly name: 'asking'; readonly subject: string; readonly done: number }
  | { readonly name: 'explained'; readonly explanation: Explanation }
  | { readonly name: 'failed'; readonly message: string };

const PERCENT = 100;

/** Finds a machine, group or host by its name, and says why it is as it is. */
export function FindMachine({ content, scenario, engine }: FindMachineProps) {
  const [text, setText] = useState('');
  const [state, setState] = useState<State>({ name: 'nothing' });
  const list = useId();
  const found = useMemo(() => findNames(content.estate, text), [content, text]);
  const ask = async (subject: string) => {
    setText(subject);
    setState({ name: 'asking', subject, done: 0 });
    try {
      const explanation = await engine.ask('explain', { scenario, subject }, (done) =>
        setState({ name: 'asking', subject, done }),
      );
      setState({ name: 'explained', explanation });
    } catch (error) {
      setState({ name: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const submit = () => {
    const subject = isNamed(content.estate, text) ? text.trim() : found[0];
    if (subject === undefined) setState({ name: 'failed', message: `Nothing is named ${text}.` });
    else void ask(subject);
  };
  return (
    <section class="card no-print" aria-label="Machines">
      <h2>Machines</h2>
      <form
        class="find"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label class="field">
          Find a machine
          <input
            type="search"
            value={text}
            autocomplete="off"
            aria-describedby={list}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={text.trim() === ''}>
          Explain
        </button>
      </form>
      <ul class="found" id={list} aria-label="Names found">
        {found.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => void ask(name)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      {state.name === 'asking' && (
        <p role="status" class="quiet">
          Following {state.subject} and trying what would have changed it: {Math.round(state.done * PERCENT)}{' '}
          %
        </p>
      )}
      {state.name === 'failed' && <p role="alert">{state.message}</p>}
      {state.name === 'explained' && <Why explanation={state.explanation} start={content.start} />}
    </section>
  );
}
