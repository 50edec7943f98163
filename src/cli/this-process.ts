import { hostname } from 'node:os';
import { CommandLineError } from './shared/command-line-error.ts';
import { EXIT, type ExitCode } from './shared/exit-codes.ts';
import { readUpTo } from './shared/input/read-up-to.ts';
import type { ProcessHost, Sink } from './shared/process-host.ts';

const INTERRUPTIONS = ['SIGINT', 'SIGTERM'] as const;

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
  isRunning,
  milliseconds: () => performance.now(),
  readStdin: (limit) => readUpTo(process.stdin, limit),
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
