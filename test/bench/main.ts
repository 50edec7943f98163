import { cpus } from 'node:os';
import { SILENT_OBSERVER } from '../../src/model/observer.ts';
import type { EstateParameters } from '../../src/model/parameters.ts';
import { World } from '../../src/model/world.ts';
import { runBareLoop } from './bare-loop.ts';
import { INSTALLED_OVER, minimalEstate, mixedEstate } from './estates.ts';
import { measureHold } from './hold-model.ts';
import { profileByHandler } from './profile.ts';

/**
 * `npm run bench [-- --quick] [-- --profile]`: measures and prints Markdown; asserts nothing. Ratios are within
 * one run, since machines and their other work differ.
 */

const DAYS = 365;
const MINUTES_PER_DAY = 1440;
const SIZES = [10_000, 100_000, 1_000_000];

const quick = process.argv.includes('--quick');
const sizes = quick ? SIZES.slice(0, 2) : SIZES;

/** Contacts a second of the bare loop on the minimal estate. */
function bareRate(machines: number): number {
  const start = performance.now();
  const contacts = runBareLoop(machines, DAYS * MINUTES_PER_DAY, INSTALLED_OVER);
  return (contacts / (performance.now() - start)) * 1000;
}

interface Measured {
  readonly events: number;
  readonly contacts: number;
  readonly seconds: number;
  readonly memory: number;
}

function measure(parameters: EstateParameters): Measured {
  const world = new World(parameters, SILENT_OBSERVER);
  const start = performance.now();
  world.run();
  const seconds = (performance.now() - start) / 1000;
  const { activated, renewed, countTooLow, refused, noHost } = world.attempts.tally;
  const contacts = activated + renewed + countTooLow + refused + noHost;
  return { events: world.eventsHandled, contacts, seconds, memory: process.memoryUsage().rss / 1e6 };
}

const millions = (rate: number) => (rate / 1e6).toFixed(2);

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

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
  `| estate, ${DAYS} days | machines | contacts | s | M contacts/s | bare loop is faster by | RSS MB |`,
  '| --- | --: | --: | --: | --: | --: | --: |',
);
for (const machines of sizes) {
  const bare = bareRate(machines);
  for (const [name, make] of Object.entries({ minimal: minimalEstate, mixed: mixedEstate })) {
    const { contacts, seconds, memory } = measure(make(machines, DAYS));
    const rate = contacts / seconds;
    print(
      `| ${name} | ${machines} | ${contacts} | ${seconds.toFixed(2)} | ${millions(rate)} | ${(bare / rate).toFixed(2)} | ${memory.toFixed(0)} |`,
    );
  }
}

if (process.argv.includes('--profile')) print('', ...profileByHandler(mixedEstate(sizes[1], DAYS)));
