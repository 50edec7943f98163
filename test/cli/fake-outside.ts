import type { Outside } from '../../src/cli/outside.ts';

/** A simulation around a command that a test makes and looks at. */
export interface FakeOutside extends Outside {
  /** What was written to standard output. */
  data: string;
  /** What was written to standard error. */
  written: string;
  /** What {@link Outside.milliseconds} says. */
  now: number;
  /** The status that {@link Outside.exitNow} was called with. */
  exited: number | null;
  /** Asks the program to end, as Ctrl-C does. */
  interrupt(): void;
}

export interface FakeOptions {
  readonly words?: readonly string[];
  readonly currentFolder?: string;
  /** What standard input has. */
  readonly input?: string;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly environment?: Record<string, string>;
}

export function fakeOutside({
  words = [],
  currentFolder = '/nowhere',
  input = '',
  isTerminal = false,
  columns,
  environment = {},
}: FakeOptions = {}): FakeOutside {
  const listeners = new Set<() => void>();
  const outside: FakeOutside = {
    data: '',
    written: '',
    now: 0,
    exited: null,
    interrupt: () => {
      for (const listener of listeners) listener();
    },
    words,
    environment,
    currentFolder,
    processId: 1,
    computer: 'desk',
    runtime: 'Node.js',
    output: {
      write: (text) => {
        outside.data += text;
      },
      isTerminal,
      columns,
    },
    errors: {
      write: (text) => {
        outside.written += text;
      },
      isTerminal,
      columns,
    },
    isRunning: () => false,
    milliseconds: () => outside.now,
    readInput: async () => Buffer.from(input),
    onInterruption: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exitNow: (code) => {
      outside.exited = code;
      return undefined as never;
    },
  };
  return outside;
}
