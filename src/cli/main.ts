#!/usr/bin/env node
import { runCommandLine } from './command-line.ts';
import { endProcess, processOutside } from './outside.ts';

await endProcess(await runCommandLine(processOutside));
