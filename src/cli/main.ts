#!/usr/bin/env node
import { endProcess, listenForSignals, thisProcess } from './this-process.ts';

// Signals are listened for before the program is loaded: one that comes meanwhile ends it with the status for it.
listenForSignals();
const { runCommandLine } = await import('./command-line.ts');
await endProcess(await runCommandLine(thisProcess));
