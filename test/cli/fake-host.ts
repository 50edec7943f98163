import type { ProcessHost } from '../../src/cli/shared/process-host.ts';

/** A simulation around a command that a test makes and looks at. */
export interface FakeHost extends ProcessHost {
  /** What was written to standard output. */
  data: string;
  /** What was written to standard error. */
  written: string;
  /** What {@link ProcessHost.milliseconds} says. */
  now: number;
  /** The status that {@link ProcessHost.exitNow} was called with. */
  exited: number | null;
  /** Asks the program to end, as Ctrl-C does. */
  interrupt(): void;
}

export interface FakeOptions {
  readonly args?: readonly string[];
  readonly currentFolder?: string;
  /** What standard input has. */
  readonly input?: string;
  readonly isTerminal?: boolean;
  /** What whoever sits at the terminal answers, line by line; nobody sits there without. */
  readonly answers?: readonly string[];
  readonly columns?: number;
  readonly environment?: Record<string, string>;
}

export function fakeHost({
  args = [],
  currentFolder = '/nowhere',
  input = '',
  isTerminal = false,
  answers,
  columns,
  environment = {},
}: FakeOptions = {}): FakeHost {
  const listeners = new Set<() => void>();
  const host: FakeHost = {
    data: '',
    written: '',
    now: 0,
    exited: null,
    interrupt: () => {
      for (const listener of listeners) listener();
    },
    args,
    environment,
    currentFolder,
    processId: 1,
    hostname: 'desk',
    runtime: 'Node.js',
    stdout: {
      write: (text) => {
        host.data += text;
      },
      isTerminal,
      columns,
    },
    stderr: {
      write: (text) => {
        host.written += text;
      },
      isTerminal,
      columns,
    },
    retryMilliseconds: 0,
    isRunning: () => false,
    startOf: () => null,
    milliseconds: () => host.now,
    canAsk: answers !== undefined,
    openDialog: () => {
      const left = [...(answers ?? [])];
      return {
        ask: async (prompt) => {
          host.data += prompt;
          const answer = left.shift() ?? null;
          if (answer !== null) host.data += `${answer}\n`;
          return answer;
        },
        close: () => {},
      };
    },
    readStdin: async () => Buffer.from(input),
    onInterruption: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    memory: 16e9,
    freeSpace: () => 1e15,
    runInThread: null,
    halfWritten: () => {},
    exitNow: (code) => {
      host.exited = code;
      return undefined as never;
    },
  };
  return host;
}
