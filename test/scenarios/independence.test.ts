import { describe, expect, test } from 'vitest';
import { type MemoryRun, runInMemory } from './run-in-memory.ts';
import { FILES, settings, shipped, shippedNames, textOf } from './shipped.ts';

/** An estate that has nothing to do with any other: its own network, zone, key, host and computers. */
const ELSEWHERE = {
  networks: '{ dns: elsewhere.example, internet: true }',
  dns: '{ network: elsewhere-network }',
  keys: '{ type: kms, group: server-c }',
  hosts: '{ network: elsewhere-network, os: server-2008-standard, key: elsewhere-key }',
  machines:
    '{ count: 70, os: vista-business-sp1, network: elsewhere-network, ' +
    'install: { over: 20 d, order: random }, uptime: office-hours }',
};

const ENTRIES: readonly (readonly [section: string, name: string, value: string])[] = [
  ['networks', 'elsewhere-network', ELSEWHERE.networks],
  ['dns', 'elsewhere.example', ELSEWHERE.dns],
  ['keys', 'elsewhere-key', ELSEWHERE.keys],
  ['hosts', 'elsewhere-host', ELSEWHERE.hosts],
  ['machines', 'elsewhere', ELSEWHERE.machines],
];

/** The scenario with the other estate behind its own. */
function withElsewhereBehind(name: string): MemoryRun {
  const words = ENTRIES.map(([section, entry, value]) => `${section}.${entry}=${value}`);
  return runInMemory(shipped(name, settings(...words)));
}

/** The scenario with the other estate in front of its own, so that it is numbered first. */
function withElsewhereInFront(name: string): MemoryRun {
  const front = ENTRIES.map(([section, entry, value]) => `${section}:\n  ${entry}: ${value}\n`).join('');
  const sources = {
    read: (path: string) => {
      if (path.endsWith('elsewhere.yaml')) return front;
      const text = FILES.read(path);
      return /^extends:/m.test(text) ? text : `extends: ./elsewhere.yaml\n${text}`;
    },
    resolve: FILES.resolve,
  };
  return runInMemory(shipped(name, {}, sources));
}

const isFromElsewhere = (line: string) => line.includes('elsewhere');

/** The lines of every table, without those of the other estate. */
function linesHere(run: MemoryRun): string[] {
  return [...run.tables].flatMap(([table, text]) => [
    table,
    ...text.split('\n').filter((line) => !isFromElsewhere(line)),
  ]);
}

/** The lessons about KMS. Where telephones are shared, a stranger's call may rightly delay another. */
const LESSONS = shippedNames().filter((name) => /^(0\d|10|11)-/.test(name));

describe.each(LESSONS)('in %s', (name) => {
  const alone = linesHere(runInMemory(shipped(name)));

  test('nothing changes when an unrelated estate is added', () => {
    expect(textOf(name)).not.toContain('elsewhere');
    const behind = withElsewhereBehind(name);
    expect(machinesOf(behind).slice(-70).every(isFromElsewhere)).toBe(true);
    expect(linesHere(behind)).toEqual(alone);
  });

  test('nothing changes when the unrelated estate comes first', () => {
    const inFront = withElsewhereInFront(name);
    expect(machinesOf(inFront).slice(0, 70).every(isFromElsewhere)).toBe(true);
    expect(linesHere(inFront)).toEqual(alone);
  });
});

/** The lines of `machines.csv` below its header. */
function machinesOf(run: MemoryRun): string[] {
  const lines = run.tables.get('machines.csv')?.trimEnd().split('\n').slice(1) ?? [];
  expect(lines.length).toBeGreaterThan(70);
  return lines;
}
