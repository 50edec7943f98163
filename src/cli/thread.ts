import { parentPort, workerData } from 'node:worker_threads';
import { runCommandLine } from './command-line.ts';
import type { FromThread, ThreadStart } from './shared/thread/thread-messages.ts';
import { thisProcess } from './this-process.ts';
import { threadHost } from './thread-host.ts';

/** What a thread of its own does for a command whose work leaves no time for signals: all of it. */
if (parentPort === null) throw new Error('this file is for a thread, which vasim starts');
const port = parentPort;
const code = await runCommandLine(threadHost(thisProcess, port, workerData as ThreadStart));
port.postMessage({ kind: 'done', code } satisfies FromThread);
