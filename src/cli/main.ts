#!/usr/bin/env node
import { runCommandLine } from './command-line.ts';
import { endProcess, thisProcess } from './this-process.ts';

await endProcess(await runCommandLine(thisProcess));
