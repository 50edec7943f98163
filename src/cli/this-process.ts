import { readFileSync } from 'node:fs';
import { hostname, totalmem } from 'node:os';
import { createInterface } from 'node:readline';
import { CommandLineError } from './shared/command-line-error.ts';
import { EXIT, type ExitCode } from './shared/exit-codes.ts';
import { readUpTo } from './shared/input/read-up-to.ts';
import { Interrupted } from './shared/interruption.ts';
import { freeSpace } from './shared/memory/free-space.ts';
import type { Dialog, ProcessHost, Sink } from './shared/process-host.ts';

/** The terminal that is closed counts like Ctrl-C; so does Ctrl-Break, which only Windows has. */
const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/** For how long Windows is asked again to move what another program has open. */
const RETRY_MILLISECONDS = 3_000;

const listeners = new Set<() => void>();

/** The process itself. No other file of the program names `process`. */
export const thisProcess: ProcessHost = {
  args: process.argv.slice(2),
  environment: process.env,
  get currentFolder() {
    return currentFolder();
  },
  processId: process.pid,
  hostname: hostname(),
  runtime: `Node.js ${process.version} on ${process.platform} ${process.arch}`,
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  retryMilliseconds: process.platform === 'win32' ? RETRY_MILLISECONDS : 0,
  isRunning,
  startOf,
  milliseconds: () => performance.now(),
  canAsk: process.stdin.isTTY === true && process.stdout.isTTY === true,
  openDialog,
  readStdin,
  onInterruption(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  memory: Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
  freeSpace,
  async runInThread() {
    const { performInThread } = await import('./shared/thread/perform-in-thread.ts');
    return performInThread(thisProcess);
  },
  // What this thread has half-written it removes itself.
  halfWritten: () => {},
  exitNow: (code) => process.exit(code),
};

/** Makes signals end the program with the status for it, also while no command listens for them. */
export function listenForSignals(): void {
  for (const signal of INTERRUPTIONS)
    process.on(signal, () => {
      if (listeners.size === 0) thisProcess.exitNow(EXIT.interrupted);
      for (const listener of listeners) listener();
    });
}

/** Standard input can be read once, and a command may be begun anew in a thread. */
let input: Promise<Uint8Array | null> | undefined;

function readStdin(limit: number): Promise<Uint8Array | null> {
  input ??= readUpTo(process.stdin, limit);
  return input;
}

/**
 * Lets the program end with a status once all output is written. A reader that closed its end, as `head` does,
 * is no failure; output that could not be written is.
 */
export async function endProcess(code: ExitCode): Promise<void> {
  const failure = await lastWriteFailure(process.stdout);
  if (failure !== null) process.stderr.write(`vasim: cannot write standard output: ${failure.message}\n`);
  process.exitCode = failure !== null && code === EXIT.done ? EXIT.wrongCommandLine : code;
}

const failures = new WeakMap<NodeJS.WriteStream, NodeJS.ErrnoException>();

function sinkOf(stream: NodeJS.WriteStream): Sink {
  stream.on('error', (error) => failures.set(stream, error));
  return {
    write(text) {
      if (!failures.has(stream)) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      // A terminal that does not know its width says 0.
      return stream.columns || undefined;
    },
  };
}

async function lastWriteFailure(stream: NodeJS.WriteStream): Promise<NodeJS.ErrnoException | null> {
  if (!failures.has(stream)) await new Promise<void>((resolve) => stream.write('', () => resolve()));
  const failure = failures.get(stream);
  return failure === undefined || failure.code === 'EPIPE' ? null : failure;
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new CommandLineError('the folder that you work in does not exist any more');
  }
}

/** Lines are kept that come before they are asked for, as when somebody pastes several. */
function openDialog(): Dialog {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const early: string[] = [];
  let ended = false;
  let waiting: { resolve(line: string | null): void; reject(error: Error): void } | null = null;
  const settle = (act: (asked: NonNullable<typeof waiting>) => void, otherwise: () => void) => {
    const asked = waiting;
    waiting = null;
    if (asked === null) otherwise();
    else act(asked);
  };
  lines.on('line', (line) =>
    settle(
      ({ resolve }) => resolve(line),
      () => early.push(line),
    ),
  );
  lines.on('SIGINT', () =>
    settle(
      ({ reject }) => reject(new Interrupted()),
      () => lines.close(),
    ),
  );
  lines.on('close', () => {
    ended = true;
    settle(
      ({ resolve }) => resolve(null),
      () => {},
    );
  });
  return {
    ask(prompt) {
      const line = early.shift();
      if (line !== undefined || ended) return Promise.resolve(line ?? null);
      lines.setPrompt(prompt);
      lines.prompt();
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    close: () => lines.close(),
  };
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Linux says of every process when it started; elsewhere only the own one is known. */
function startOf(processId: number): string | null {
  const isOwn = processId === process.pid;
  try {
    // What follows the name in parentheses is separated by spaces; the 20th of it is the start, in ticks since the boot.
    const text = readFileSync(`/proc/${isOwn ? 'self' : processId}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return isOwn ? String(performance.timeOrigin) : null;
  }
}
