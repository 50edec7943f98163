import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SILENT_OBSERVER } from '../../src/model/definitions/observer.ts';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { Simulation } from '../../src/model/simulation.ts';
import { runBareLoop } from './bare-loop.ts';
import { INSTALLED_OVER, minimalEstate, mixedEstate, officeEstate } from './estates.ts';
import { GROWN_ESTATES, type Growth } from './grown-estates.ts';
import { MEASURES } from './measures-file.ts';
import { WRITINGS, type Writing } from './tables.ts';
import { type Measured, timed } from './timed.ts';

/** The rows of the table by name, each next to the bare loop of its order. */
export const ROWS = {
  'bare loop, in order': bare('even'),
  'in order': (machines, days) => simulated(minimalEstate(machines, days, 'even')),
  mixed: (machines, days) => simulated(mixedEstate(machines, days)),
  'bare loop, random': bare('random'),
  random: (machines, days) => simulated(minimalEstate(machines, days, 'random')),
  'office hours': (machines, days) => simulated(officeEstate(machines, days)),
} as const satisfies Record<string, (machines: number, days: number) => Measured>;
export type RowName = keyof typeof ROWS;

/** The bare loop that a row is compared with. */
export const YARDSTICKS: Readonly<Record<RowName, RowName>> = {
  'bare loop, in order': 'bare loop, in order',
  'in order': 'bare loop, in order',
  mixed: 'bare loop, in order',
  'bare loop, random': 'bare loop, random',
  random: 'bare loop, random',
  'office hours': 'bare loop, random',
};

/** Measures a row in a process of its own, as a run from the command line is: nothing is compiled yet. */
export function measureRow(row: RowName, machines: number, days: number): Measured {
  return inProcess('row', row, machines, days);
}

/** Measures an estate that has grown in one respect, in a process of its own. */
export function measureGrown(growth: Growth, size: number): Measured {
  return inProcess('grown', growth, size, 0);
}

/** Measures what writing a table takes, in a process of its own. */
export function measureWriting(writing: Writing): Measured {
  return inProcess('writing', writing, 0, 0);
}

function inProcess(kind: string, name: string, size: number, days: number): Measured {
  const args = [MEASURES, kind, name, String(size), String(days)];
  return JSON.parse(execFileSync(process.execPath, args).toString()) as Measured;
}

function bare(order: 'even' | 'random') {
  return (machines: number, days: number): Measured =>
    timed(() => runBareLoop(machines, days * 1440, INSTALLED_OVER, order));
}

function simulated(parameters: EstateParameters): Measured {
  const simulation = new Simulation(parameters, () => SILENT_OBSERVER);
  return timed(() => contactsOf(simulation));
}

/** The same with what it takes to make the estate. */
function madeAndSimulated(parameters: EstateParameters): Measured {
  return timed(() => contactsOf(new Simulation(parameters, () => SILENT_OBSERVER)));
}

/** Contacts of a simulation, which is run to its end. */
function contactsOf(simulation: Simulation): number {
  simulation.run();
  const { activated, renewed, countTooLow, refused, noHost } = simulation.estate.attempts.tally;
  return activated + renewed + countTooLow + refused + noHost;
}

/** What {@link inProcess} asks of this file. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , kind, name, size, days] = process.argv;
  const measures: Readonly<Record<string, () => Measured>> = {
    row: () => ROWS[name as RowName](Number(size), Number(days)),
    grown: () => madeAndSimulated(GROWN_ESTATES[name as Growth](Number(size))),
    writing: () => WRITINGS[name as Writing](),
  };
  process.stdout.write(JSON.stringify(measures[kind]()));
}
