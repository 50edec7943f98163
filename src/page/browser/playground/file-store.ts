import { useEffect, useState } from 'preact/hooks';
import type { PlaygroundFile } from '../../content/report-document.ts';

/** Where a browser keeps what was changed of the files, and what was added. */
const KEY = 'vasim-playground';

/** The files of a playground: those that came with it, with the reader's changes and additions over them. */
export interface FileStore {
  readonly files: Readonly<Record<string, string>>;
  /** Grows whenever a file changes otherwise than by typing: an editor that shows it begins anew. */
  readonly revision: number;
  /** Whether a file is as it came. */
  isOriginal(name: string): boolean;
  /** Notes what is typed. */
  write(name: string, text: string): void;
  /** Puts a file in place of what there is. */
  put(name: string, text: string): void;
  /** Puts a file back as it came, or removes one that was added. */
  reset(name: string): void;
  /** Whether what is written stays when the page is closed. */
  readonly kept: boolean;
}

/** The files, kept in the browser's own storage. */
export function useFiles(given: readonly PlaygroundFile[]): FileStore {
  const original = Object.fromEntries(given.map(({ name, text }) => [name, text]));
  const [changes, setChanges] = useState(readKept);
  const [revision, setRevision] = useState(0);
  const [kept, setKept] = useState(true);
  useEffect(() => setKept(keep(changes)), [changes]);
  const replace = (make: (before: Record<string, string>) => Record<string, string>) => {
    setChanges(make);
    setRevision((before) => before + 1);
  };
  return {
    files: { ...original, ...changes },
    revision,
    isOriginal: (name) => !Object.hasOwn(changes, name) || changes[name] === original[name],
    write: (name, text) => setChanges((before) => ({ ...before, [name]: text })),
    put: (name, text) => replace((before) => ({ ...before, [name]: text })),
    reset: (name) =>
      replace((before) => Object.fromEntries(Object.entries(before).filter(([other]) => other !== name))),
    kept,
  };
}

function readKept(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const texts = Object.entries(kept).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return Object.fromEntries(texts);
  } catch {
    // A browser that gives files no storage has kept nothing.
    return {};
  }
}

/** @returns false where the browser refuses: the page says so */
function keep(changes: Record<string, string>): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(changes));
    return true;
  } catch {
    return false;
  }
}
