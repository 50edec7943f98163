import { hostname } from 'node:os';
import { CommandLineError } from './command-line-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { readUpTo } from './read-up-to.ts';

/** A standard stream that is written to. */
export interface Sink {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Characters in a line of the terminal; undefined elsewhere. */
  readonly columns: number | undefined;
}

/** Everything that a command sees of the process it runs in and of the simulation around it. */
export interface Outside {
  /** The words behind the program's name. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Absolute path of the folder that relative names start from.
   *
   * @throws CommandLineError when it was removed meanwhile
   */
  readonly currentFolder: string;
  readonly processId: number;
  readonly computer: string;
  /** Node.js and the system, in words for fault reports. */
  readonly runtime: string;
  /** Standard output: data. */
  readonly output: Sink;
  /** Standard error: everything else. */
  readonly errors: Sink;
  /** Whether a process of this computer is running. */
  isRunning(processId: number): boolean;
  /** A clock for progress, in milliseconds from any moment. */
  milliseconds(): number;
  /**
   * Reads standard input to its end.
   *
   * @returns null when it is longer than `limit` bytes
   */
  readInput(limit: number): Promise<Uint8Array | null>;
  /**
   * Calls a listener whenever the user or the system asks the program to end.
   *
   * @returns what stops the calls; from then on the program ends at once
   */
  onInterruption(listener: () => void): () => void;
  /** Ends the program without waiting for anything. */
  exitNow(code: ExitCode): never;
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM'] as const;

/** The process itself. No other file of the program names `process`. */
export const processOutside: Outside = {
  words: process.argv.slice(2),
  environment: process.env,
  get currentFolder() {
    return currentFolder();
  },
  processId: process.pid,
  computer: hostname(),
  runtime: `Node.js ${process.version} on ${process.platform} ${process.arch}`,
  output: sinkOf(process.stdout),
  errors: sinkOf(process.stderr),
  isRunning,
  milliseconds: () => performance.now(),
  readInput: (limit) => readUpTo(process.stdin, limit),
  onInterruption(listener) {
    for (const signal of INTERRUPTIONS) process.on(signal, listener);
    return () => {
      for (const signal of INTERRUPTIONS) process.off(signal, listener);
    };
  },
  exitNow: (code) => process.exit(code),
};

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
      return stream.columns;
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

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
