import { useState } from 'preact/hooks';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { ComparisonContent } from '../../content/report-document.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { Engine } from '../engine/engine.ts';
import type { Files } from '../worker/check-file.ts';
import type { NamedDesign } from '../worker/compare-designs.ts';

/** What the playground was asked to do last. */
export type WorkState =
  | { readonly name: 'nothing' }
  | { readonly name: 'working'; readonly done: number }
  | { readonly name: 'ran'; readonly content: RunContent; readonly scenario: JsonObject }
  | { readonly name: 'compared'; readonly content: ComparisonContent }
  | { readonly name: 'refused'; readonly message: string };

export interface Work {
  readonly state: WorkState;
  run(file: string): Promise<void>;
  /** Compares a file's scenario, or its designs, with another's. */
  compare(file: string, other: string, replications: number): Promise<void>;
}

/** Runs and compares files in the page's worker. */
export function useWork(engine: Engine, checker: Engine, files: Files): Work {
  const [state, setState] = useState<WorkState>({ name: 'nothing' });
  const onProgress = (done: number) => setState({ name: 'working', done });
  const designsOf = async (file: string): Promise<readonly NamedDesign[]> => {
    const { designs, diagnostics } = await checker.ask('check', { files, file });
    if (designs.length === 0) throw new Error(`${file}: ${diagnostics[0]?.message ?? 'cannot be read'}`);
    return designs;
  };
  const attempt = async (work: () => Promise<WorkState>) => {
    setState({ name: 'working', done: 0 });
    try {
      setState(await work());
    } catch (error) {
      setState({ name: 'refused', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    state,
    run: (file) =>
      attempt(async () => {
        const [{ scenario }] = await designsOf(file);
        const { content } = await engine.ask('run', { scenario, events: 'none', hashed: false }, onProgress);
        return { name: 'ran', content, scenario };
      }),
    compare: (file, other, replications) =>
      attempt(async () => {
        const own = await designsOf(file);
        const designs = other === file ? own : [own[0], (await designsOf(other))[0]];
        return {
          name: 'compared',
          content: await engine.ask('compare', { designs, replications }, onProgress),
        };
      }),
  };
}
