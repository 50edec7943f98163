import type { JsonObject } from '../../../scenario/document/json.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { Engine } from '../engine/engine.ts';
import type { Theme } from '../theme.ts';

export interface WhatIfProps {
  readonly content: RunContent;
  readonly scenario: JsonObject;
  readonly engine: Engine;
  readonly theme: Theme;
}

/** Changes the scenario's numbers and switches, runs it again, and shows the difference. */
export function WhatIf(_props: WhatIfProps) {
  return (
    <section class="card" aria-label="What if">
      <h2>What if</h2>
    </section>
  );
}
