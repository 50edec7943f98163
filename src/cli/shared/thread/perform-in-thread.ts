import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { removeEmpty } from '../../../recording/folder/parent-folders.ts';
import { removeQuietly } from '../../../recording/folder/run-folder-leftovers.ts';
import { CommandLineError } from '../command-line-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { inUnits } from '../memory/bytes.ts';
import type { ProcessHost } from '../process-host.ts';
import type { FromThread, ThreadStart, ToThread } from './thread-messages.ts';

/** A bundle of `cli/thread.ts` and what it imports. */
const THREAD_FILE = new URL('../../thread.js', import.meta.url);

/** A thread that has not ended so long after it was asked to is ended: it works without a pause. */
const PATIENCE_MILLISECONDS = 200;
/** For so long it may go on where it cannot be ended at once, before what it left is removed. */
const ENDING_MILLISECONDS = 100;

/** The part of the computer's memory that objects of a thread may take; the system and what else runs need the rest. */
const USABLE_MEMORY = 0.75;
const MEBIBYTE = 1024 * 1024;

/**
 * Performs the whole command line in a thread of its own, so that the process sees every signal at once: the thread is asked to end
 * and, where it does not, ended. What it had half-written is removed.
 *
 * @param threadFile what the thread runs
 * @throws CommandLineError when memory does not suffice; whatever else the thread died of
 */
export async function performInThread(host: ProcessHost, threadFile: URL = THREAD_FILE): Promise<ExitCode> {
  const { args, stdout, stderr } = host;
  const workerData: ThreadStart = { args, stdout: kindOf(stdout), stderr: kindOf(stderr) };
  const memory = Math.floor(host.memory * USABLE_MEMORY);
  const resourceLimits = { maxOldGenerationSizeMb: Math.floor(memory / MEBIBYTE) };
  const worker = new Worker(threadFile, { workerData, resourceLimits });
  const halfWritten = new HalfWritten();
  const tell = (message: ToThread) => worker.postMessage(message);
  const hasEnded = new AbortController();
  let isAsked = false;
  const stopListening = host.onInterruption(() => {
    const patience = isAsked ? 0 : PATIENCE_MILLISECONDS;
    if (!isAsked) tell({ kind: 'interrupted' });
    isAsked = true;
    void endAfter(patience, hasEnded.signal, worker, halfWritten, host);
  });
  try {
    return await new Promise<ExitCode>((resolve, reject) => {
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'done') resolve(message.code);
        else if (message.kind === 'half-written') halfWritten.note(message.staging, message.parents);
        else if (message.kind === 'read-stdin')
          host.readStdin(message.limit).then((bytes) => tell({ kind: 'stdin', bytes }), reject);
        else host[message.kind].write(message.text);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
    });
  } catch (error) {
    halfWritten.remove();
    throw isOutOfMemory(error) ? outOfMemory(memory) : error;
  } finally {
    stopListening();
    hasEnded.abort();
    void worker.terminate();
  }
}

function kindOf({ isTerminal, columns }: ProcessHost['stdout']): ThreadStart['stdout'] {
  return { isTerminal, columns };
}

/** Ends everything unless the thread, and with it the process, has ended by then. */
async function endAfter(
  patience: number,
  hasEnded: AbortSignal,
  worker: Worker,
  halfWritten: HalfWritten,
  host: ProcessHost,
): Promise<void> {
  await setTimeout(patience);
  if (hasEnded.aborted) return;
  await Promise.race([worker.terminate(), setTimeout(ENDING_MILLISECONDS)]);
  halfWritten.remove();
  host.stderr.write('vasim: interrupted\n');
  host.exitNow(EXIT.interrupted);
}

/** What is to be removed when the thread is ended. */
class HalfWritten {
  private staging: string | null = null;
  private parents: readonly string[] = [];

  note(staging: string | null, parents: readonly string[]): void {
    this.staging = staging;
    this.parents = parents;
  }

  remove(): void {
    if (this.staging === null) return;
    removeQuietly(this.staging);
    removeEmpty(this.parents);
    this.staging = null;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function outOfMemory(memory: number): CommandLineError {
  return new CommandLineError(
    `the work needs more than the ${inUnits(memory)} of memory that vasim may take of this computer: reduce the scenario, the duration, or the number of designs or replications`,
  );
}
