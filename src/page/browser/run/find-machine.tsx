import { useState } from 'preact/hooks';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { Engine } from '../engine/engine.ts';

export interface FindMachineProps {
  readonly content: RunContent;
  readonly scenario: JsonObject;
  readonly engine: Engine;
}

/** Finds a machine by its name and says what became of it. */
export function FindMachine(_props: FindMachineProps) {
  const [text, setText] = useState('');
  return (
    <section class="card" aria-label="Machines">
      <h2>Machines</h2>
      <label class="field">
        Find a machine
        <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
    </section>
  );
}
