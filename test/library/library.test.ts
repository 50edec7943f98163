import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadScenario, ScenarioError, simulate } from '../../src/library/vasim.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Thirty machines are licensed within days; a design has too few of them. */
const TEXT = `title: Branch
duration: 40 d
networks:
  core: { dns: corp.example, internet: true }
dns:
  corp.example: { network: core }
keys:
  corp-kms: { type: kms, group: server-c }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
machines:
  desks: { count: 30, os: vista-enterprise-sp1, network: core, install: { over: 14 d } }
expect:
  - { figure: machines.everLicensed, atLeast: 25 }
designs:
  few: { machines: { desks: { count: 20 } } }
`;

describe('the lines of the README', () => {
  test('run in a folder that has the package, and print what the README shows', async () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8').replaceAll('\r\n', '\n');
    const [, program, output] =
      /<!-- begin: library -->\n```js\n(.*?)```\n+```text\n(.*?)```/s.exec(readme) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'vasim-library-'));
    try {
      mkdirSync(join(folder, 'node_modules'));
      symlinkSync(ROOT, join(folder, 'node_modules/vasim'), 'junction');
      writeFileSync(join(folder, 'example.mjs'), program);
      const { stdout } = await promisify(execFile)(process.execPath, ['example.mjs'], { cwd: folder });
      expect(stdout).toBe(output);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a scenario', () => {
  test('comes from a text, with its designs, or from a file', () => {
    const scenario = loadScenario(TEXT);
    expect(scenario).toMatchObject({ name: 'scenario', title: 'Branch' });
    expect([...scenario.designs.keys()]).toEqual(['few']);
    const file = loadScenario(join(ROOT, 'scenarios/01-thresholds.yaml'));
    expect(file.name).toBe('01-thresholds');
  });

  test('takes changes as --set does', () => {
    const { document } = loadScenario(TEXT, { set: { 'machines.desks.count': 7 } });
    expect(document.machines).toMatchObject({ desks: { count: 7 } });
  });

  test('that is wrong throws every error with its place', () => {
    const wrong = TEXT.replace('duration: 40 d', 'duration: 40').replace('count: 30', 'count: -1');
    expect(() => loadScenario(wrong)).toThrow(ScenarioError);
    expect(() => loadScenario(wrong)).toThrow(/scenario:2:11: error.*\n(?:.*\n)*.*scenario:12:19: error/);
    expect(() => loadScenario('missing/nowhere.yaml')).toThrow('does not exist');
  });
});

describe('a simulation', () => {
  test('has tables that can be read again and again, and figures', () => {
    const { tables, figures, highlights, failedExpectations } = simulate(loadScenario(TEXT));
    expect(figures.machines).toMatchObject({ total: 30, everLicensed: 30 });
    expect(tables.machines.length).toBe(30);
    for (let time = 0; time < 2; time += 1) {
      const [first] = tables.machines;
      expect(first).toMatchObject({ machine: 'desks-0001', network: 'core', condition: 'Licensed' });
    }
    expect([...tables.events].some(({ event }) => event === 'host-activated')).toBe(true);
    expect(highlights.length).toBeGreaterThan(0);
    expect(failedExpectations).toEqual([]);
  });

  test('follows its options', () => {
    const scenario = loadScenario(TEXT);
    const short = simulate(scenario, { until: '10 d', events: 'none' });
    expect(short.tables.events.length).toBe(0);
    expect([...short.tables.daily].at(-1)).toMatchObject({ day: 9 });
    expect(() => simulate(scenario, { until: 'soon' })).toThrow(ScenarioError);
    expect(simulate(scenario, { seed: 1 }).figures).toEqual(simulate(scenario, { seed: '1' }).figures);
  });

  test('of a design finds what fails in it', () => {
    const few = loadScenario(TEXT).designs.get('few');
    expect(few).toBeDefined();
    const { failedExpectations, diagnostics } = simulate(few ?? loadScenario(TEXT));
    expect(failedExpectations).toMatchObject([{ figure: 'machines.everLicensed', value: 25, actual: 0 }]);
    expect(diagnostics.map(({ name }) => name)).toContain('threshold-out-of-reach');
  });
});
