import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleMeasures } from './bundle.ts';
import { mixedEstate } from './estates.ts';
import { GROWN_ESTATES, type Growth, SMALL_SIZES } from './grown-estates.ts';
import { measureHold } from './hold-model.ts';
import { measureGrown, measureRow, measureWriting, ROWS, type RowName, YARDSTICKS } from './measure.ts';
import { measurePeers } from './peers.ts';
import { profileByHandler } from './profile.ts';
import type { Writing } from './tables.ts';
import type { Measured } from './timed.ts';

/**
 * `npm run bench -- [OPTIONS]`: measures and prints Markdown; asserts nothing. Each row is a ratio to a bare loop of the
 * same order in the same run, since machines and their other work differ. `USAGE` has the options.
 */

const USAGE = `npm run bench -- [OPTIONS]
  --rows NAME,...    only these rows: ${Object.keys(ROWS).join(', ')}
  --sizes N,...      machines; 10000,100000,1000000 by default
  --days N           length of the runs; 365 by default
  --repeat N         takes the best of so many runs, interleaved; 1 by default
  --ns3 FILE         also measures ns-3: the program built from peers/ns3_kms.cc
  --python FILE      also measures SimPy: a Python that has it
  --parts NAME,...   only these tables: rows, growth, tables, calendars, profile; rows and growth by default
`;

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    days: { type: 'string', default: '365' },
    repeat: { type: 'string', default: '1' },
    ns3: { type: 'string' },
    python: { type: 'string' },
    parts: { type: 'string', default: 'rows,growth' },
    help: { type: 'boolean' },
  },
});
const sizes = options.sizes.split(',').map(Number);
const days = Number(options.days);
const repeat = Number(options.repeat);
const parts = options.parts.split(',');

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The rows that are wanted, and the bare loops that they are compared with. */
function wantedRows(): RowName[] {
  const all = Object.keys(ROWS) as RowName[];
  const named = options.rows?.split(',') ?? all;
  const wanted = all.filter((row) => named.includes(row));
  return all.filter((row) => wanted.includes(row) || wanted.some((other) => YARDSTICKS[other] === row));
}

const nanoseconds = ({ seconds, contacts }: Measured) => (seconds / contacts) * 1e9;

/** The best run of each row. The rows take turns, so that a busy minute falls on all of them. */
function bestOf(rows: readonly RowName[], machines: number): Map<RowName, Measured> {
  const best = new Map<RowName, Measured>();
  for (let round = 0; round < repeat; round += 1) {
    for (const row of rows) {
      const measured = measureRow(row, machines, days);
      const before = best.get(row);
      if (before === undefined || measured.seconds < before.seconds) best.set(row, measured);
    }
  }
  return best;
}

function reportRows(): void {
  print(`| ${days} days | machines | contacts | ns a contact | bare loops | RSS MB |`);
  print('| --- | --: | --: | --: | --: | --: |');
  for (const machines of sizes) {
    const best = bestOf(wantedRows(), machines);
    const bareOf = (row: RowName) => nanoseconds(best.get(YARDSTICKS[row]) as Measured);
    for (const [row, measured] of best) {
      const time = nanoseconds(measured);
      print(
        `| ${row} | ${machines} | ${measured.contacts} | ${time.toFixed(1)} | ${(time / bareOf(row)).toFixed(2)} | ${measured.memory.toFixed(0)} |`,
      );
    }
    const { ns3, python } = options;
    const own = best.get('random');
    for (const [peer, time] of own === undefined ? [] : measurePeers({ ns3, python }, machines, days))
      print(
        `| ${peer}, random | ${machines} | | ${time.toFixed(0)} | ${(time / bareOf('random')).toFixed(2)} | |`,
      );
  }
}

/** How many times as large the larger estates are. */
const GROWTH = 4;

/**
 * Exponents: 1 is growth in proportion, 2 its square. What the process and its compiler take themselves makes them smaller: the
 * smaller estates are so large that a run of them takes longer.
 */
function reportGrowth(): void {
  print(
    `| ${GROWTH} times as many | CPU s | CPU s then | exponent of time | MB | MB then | exponent of memory |`,
  );
  print('| --- | --: | --: | --: | --: | --: | --: |');
  const exponent = (before: number, after: number) =>
    (Math.log(after / before) / Math.log(GROWTH)).toFixed(2);
  for (const growth of Object.keys(GROWN_ESTATES) as Growth[]) {
    const size = SMALL_SIZES[growth];
    const before = measureGrown(growth, size);
    const after = measureGrown(growth, size * GROWTH);
    const times = [before, after].map(({ seconds }) => seconds.toFixed(2));
    const memory = [before, after].map((measured) => measured.memory.toFixed(0));
    print(
      `| ${growth} | ${times.join(' | ')} | ${exponent(before.seconds, after.seconds)} | ${memory.join(' | ')} | ${exponent(before.memory, after.memory)} |`,
    );
  }
}

function reportCalendars(): void {
  print('| calendar, hold model | pending | M events/s | wheel is faster by |', '| --- | --: | --: | --: |');
  for (const pending of sizes) {
    const results = measureHold(pending, 1_000_000);
    for (const { calendar, rate } of results)
      print(
        `| ${calendar} | ${pending} | ${(rate / 1e6).toFixed(2)} | ${(results[0].rate / rate).toFixed(2)} |`,
      );
  }
}

/** Rows a second of the large tables: of `events.csv` by what the same run takes without it. */
function reportTables(): void {
  const best = (writing: Writing) => {
    const runs = Array.from({ length: repeat }, () => measureWriting(writing));
    return runs.reduce((least, run) => (run.seconds < least.seconds ? run : least));
  };
  const events = best('every event');
  const written = { 'events.csv': { ...events, seconds: events.seconds - best('no event').seconds } };
  print('| table | rows | s | M rows/s |', '| --- | --: | --: | --: |');
  for (const [table, { contacts, seconds }] of Object.entries({
    ...written,
    'machines.csv': best('machines'),
  }))
    print(`| ${table} | ${contacts} | ${seconds.toFixed(2)} | ${(contacts / seconds / 1e6).toFixed(2)} |`);
}

/** The tables by name. */
const PARTS: Readonly<Record<string, () => void>> = {
  rows: reportRows,
  growth: reportGrowth,
  tables: reportTables,
  calendars: reportCalendars,
  profile: () => print(...profileByHandler(mixedEstate(sizes[0], days))),
};

if (options.help) print(USAGE);
else {
  await bundleMeasures();
  print(`${cpus()[0].model}, Node.js ${process.version}, load ${loadavg()[0].toFixed(1)}`);
  for (const part of parts) {
    print('');
    PARTS[part]();
  }
}
