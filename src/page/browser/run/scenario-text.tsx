import { useState } from 'preact/hooks';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { Engine } from '../engine/engine.ts';
import { CopyText } from '../parts/copy-text.tsx';

export interface ScenarioTextProps {
  readonly scenario: JsonObject;
  readonly engine: Engine;
}

/** The scenario as YAML, with everything merged: what `scenario.yaml:LINE` in an explanation is about. */
export function ScenarioText({ scenario, engine }: ScenarioTextProps) {
  const [yaml, setYaml] = useState('');
  const write = async (open: boolean) => {
    if (open && yaml === '') setYaml(await engine.ask('yaml', { scenario }));
  };
  return (
    <details class="card no-print" onToggle={(event) => void write(event.currentTarget.open)}>
      <summary>The scenario with everything merged, scenario.yaml</summary>
      {yaml !== '' && <CopyText label="The scenario as YAML" button="Copy" text={yaml} />}
    </details>
  );
}
