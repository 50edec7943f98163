import { useState } from 'preact/hooks';
import type { FileStore } from './file-store.ts';
import type { Work } from './work.ts';

export interface RunBarProps {
  readonly store: FileStore;
  readonly file: string;
  readonly work: Work;
}

const REPLICATIONS = 20;
const PERCENT = 100;

/** Runs the file, or compares it with another. */
export function RunBar({ store, file, work }: RunBarProps) {
  const [other, setOther] = useState('');
  const names = Object.keys(store.files).filter((name) => name !== file);
  const against = names.includes(other) ? other : file;
  const { state } = work;
  const busy = state.name === 'working';
  return (
    <div class="form-buttons run-bar">
      <button type="button" class="primary" disabled={busy} onClick={() => void work.run(file)}>
        Run
      </button>
      <label class="field">
        Compare with
        <select value={against} onChange={(event) => setOther(event.currentTarget.value)}>
          <option value={file}>its own designs</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={busy} onClick={() => void work.compare(file, against, REPLICATIONS)}>
        Compare
      </button>
      <span class="quiet" role="status">
        {busy ? `Working: ${Math.round(state.done * PERCENT)} %` : ''}
      </span>
    </div>
  );
}
