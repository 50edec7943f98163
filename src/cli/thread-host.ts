import type { MessagePort } from 'node:worker_threads';
import type { ProcessHost, Sink } from './shared/process-host.ts';
import type { FromThread, StreamKind, ThreadStart, ToThread } from './shared/thread/thread-messages.ts';

/**
 * The process as a thread of it sees it: what it writes and reads goes through the process, which alone sees signals.
 *
 * @param own what does not differ between threads
 * @param port to the process
 */
export function threadHost(own: ProcessHost, port: MessagePort, start: ThreadStart): ProcessHost {
  const tell = (message: FromThread) => port.postMessage(message);
  const listeners = new Set<() => void>();
  const readers: ((bytes: Uint8Array | null) => void)[] = [];
  port.on('message', (message: ToThread) => {
    if (message.kind === 'stdin') readers.shift()?.(message.bytes);
    else for (const listener of listeners) listener();
  });
  // What is awaited keeps the thread alive, not that the process might say something.
  port.unref();
  const sink = (kind: 'stdout' | 'stderr', { isTerminal, columns }: StreamKind): Sink => ({
    write: (text) => tell({ kind, text }),
    isTerminal,
    columns,
  });
  return {
    ...own,
    args: start.args,
    stdout: sink('stdout', start.stdout),
    stderr: sink('stderr', start.stderr),
    runInThread: null,
    halfWritten: (staging, parents) => tell({ kind: 'half-written', staging, parents }),
    async readStdin(limit) {
      tell({ kind: 'read-stdin', limit });
      port.ref();
      const bytes = await new Promise<Uint8Array | null>((resolve) => readers.push(resolve));
      port.unref();
      return bytes;
    },
    onInterruption(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
