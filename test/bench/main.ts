import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { SILENT_OBSERVER } from '../../src/model/definitions/observer.ts';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { Simulation } from '../../src/model/simulation.ts';
import { runBareLoop } from './bare-loop.ts';
import { INSTALLED_OVER, minimalEstate, mixedEstate } from './estates.ts';
import { measureHold } from './hold-model.ts';
import { profileByHandler } from './profile.ts';

/**
 * `npm run bench [-- --quick] [-- --profile]`: measures and prints Markdown; asserts nothing. Ratios are within
 * one run, since machines and their other work differ. Each estate is measured in a process of its own, as a run
 * from the command line is, so that what the compiler learned of one does not slow the next.
 */

const DAYS = 365;
const MINUTES_PER_DAY = 1440;
const SIZES = [10_000, 100_000, 1_000_000];

/** Asks this file to measure one subject and print it as JSON. */
const ONE = '--one';

const quick = process.argv.includes('--quick');
const sizes = quick ? SIZES.slice(0, 2) : SIZES;

function measureBare(machines: number): Measured {
  const start = performance.now();
  const contacts = runBareLoop(machines, DAYS * MINUTES_PER_DAY, INSTALLED_OVER);
  const seconds = (performance.now() - start) / 1000;
  return { contacts, seconds, memory: process.memoryUsage().rss / 1e6 };
}

interface Measured {
  readonly contacts: number;
  readonly seconds: number;
  readonly memory: number;
}

function measureWorld(parameters: EstateParameters): Measured {
  const simulation = new Simulation(parameters, () => SILENT_OBSERVER);
  const start = performance.now();
  simulation.run();
  const seconds = (performance.now() - start) / 1000;
  const { activated, renewed, countTooLow, refused, noHost } = simulation.estate.attempts.tally;
  const contacts = activated + renewed + countTooLow + refused + noHost;
  return { contacts, seconds, memory: process.memoryUsage().rss / 1e6 };
}

/** What is measured on the whole, by name. */
const SUBJECTS: Record<string, (machines: number) => Measured> = {
  bare: measureBare,
  minimal: (machines) => measureWorld(minimalEstate(machines, DAYS)),
  mixed: (machines) => measureWorld(mixedEstate(machines, DAYS)),
};

/** Measures in a process of its own. */
function measure(subject: string, machines: number): Measured {
  const output = execFileSync(process.execPath, [
    fileURLToPath(import.meta.url),
    ONE,
    subject,
    String(machines),
  ]);
  return JSON.parse(output.toString()) as Measured;
}

const millions = (rate: number) => (rate / 1e6).toFixed(2);

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function report(): void {
  print(
    `${cpus()[0].model}, Node.js ${process.version}`,
    '',
    '| calendar, hold model | pending | M events/s | wheel is faster by |',
    '| --- | --: | --: | --: |',
  );
  for (const pending of sizes) {
    const results = measureHold(pending, quick ? 500_000 : 3_000_000);
    const wheel = results[0].rate;
    for (const { calendar, rate } of results)
      print(`| ${calendar} | ${pending} | ${millions(rate)} | ${(wheel / rate).toFixed(2)} |`);
  }

  print(
    '',
    `| ${DAYS} days | machines | contacts | s | M contacts/s | bare loop is faster by | RSS MB |`,
    '| --- | --: | --: | --: | --: | --: | --: |',
  );
  for (const machines of sizes) {
    let bareRate = 0;
    for (const subject of Object.keys(SUBJECTS)) {
      const { contacts, seconds, memory } = measure(subject, machines);
      const rate = contacts / seconds;
      if (subject === 'bare') bareRate = rate;
      print(
        `| ${subject} | ${machines} | ${contacts} | ${seconds.toFixed(2)} | ${millions(rate)} | ${(bareRate / rate).toFixed(2)} | ${memory.toFixed(0)} |`,
      );
    }
  }

  if (process.argv.includes('--profile')) print('', ...profileByHandler(mixedEstate(sizes[1], DAYS)));
}

const [, , flag, subject, machines] = process.argv;
if (flag === ONE) print(JSON.stringify(SUBJECTS[subject](Number(machines))));
else report();
