import { useRef } from 'preact/hooks';
import type { FileStore } from './file-store.ts';

export interface FileBarProps {
  readonly store: FileStore;
  readonly file: string;
  readonly onChoose: (file: string) => void;
}

const EMPTY = `title: My estate
networks:
  core: { dns: corp.example, internet: true }
dns:
  corp.example: { network: core }
keys:
  corp-kms: { type: kms, group: server-c }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
machines:
  desktops: { count: 30, os: vista-enterprise-sp1, network: core, install: { over: 7 d } }
`;

/** Chooses, makes, opens and saves files. */
export function FileBar({ store, file, onChoose }: FileBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const names = Object.keys(store.files);
  const add = (name: string, text: string) => {
    store.put(name, text);
    onChoose(name);
  };
  const open = async (chosen: File | undefined) => {
    if (chosen !== undefined) add(chosen.name, await chosen.text());
  };
  const reset = () => {
    store.reset(file);
    if (!names.some((name) => name === file && store.isOriginal(name))) onChoose(names[0]);
  };
  return (
    <div class="file-bar">
      <label class="field">
        File
        <select value={file} onChange={(event) => onChoose(event.currentTarget.value)}>
          {names.map((name) => (
            <option key={name} value={name}>
              {store.isOriginal(name) ? name : `${name} (changed)`}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => add(freeName(names), EMPTY)}>
        New
      </button>
      <button type="button" onClick={() => input.current?.click()}>
        Open…
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Open a scenario"
        accept=".yaml,.yml,.json"
        onChange={(event) => void open(event.currentTarget.files?.[0])}
      />
      <button type="button" onClick={() => save(file, store.files[file] ?? '')}>
        Save as YAML
      </button>
      <button type="button" onClick={reset} disabled={store.isOriginal(file)}>
        Undo changes
      </button>
      {!store.kept && <span class="quiet">This browser keeps nothing; save what you want to keep.</span>}
    </div>
  );
}

function freeName(names: readonly string[]): string {
  let number = 1;
  while (names.includes(`estate-${number}.yaml`)) number += 1;
  return `estate-${number}.yaml`;
}

/** Hands a text to the reader as a file. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
