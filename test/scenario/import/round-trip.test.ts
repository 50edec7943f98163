import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScenario, simulate } from '../../../src/library/vasim.ts';
import type { GroupParameters } from '../../../src/model/definitions/parameters.ts';
import { csvFormat, type RowFormat } from '../../../src/recording/tables/row-format.ts';
import { Utf8Text } from '../../../src/recording/tables/utf8-text.ts';
import { COMPUTER_COLUMNS } from '../../../src/recording/windows-logs/computer-list.ts';
import { eventXmlFormat } from '../../../src/recording/windows-logs/event-xml.ts';
import { LOG_COLUMNS } from '../../../src/recording/windows-logs/windows-logs.ts';
import { type RunSketch, record } from '../../recording/recorded.ts';
import { imported } from './imported.ts';

const EDITIONS = [
  'vista-business',
  'vista-enterprise-sp1',
  'server-2008-standard',
  'server-2008-datacenter',
] as const;

/** The files of a run with all its Windows logs, the logs in a format. */
function filesOf(sketch: RunSketch, format: 'csv' | 'xml'): Record<string, string> {
  const recorded = record({ ...sketch, logsOf: 'all' });
  const names = recorded.opened
    .filter((name) => name.startsWith('windows-logs/'))
    .map((name) => name.slice('windows-logs/'.length));
  const text = (name: string, format: RowFormat) => {
    const written = new Utf8Text();
    format.begin(written);
    for (const row of recorded.log(name)) format.row(written, row);
    format.end(written);
    return new TextDecoder().decode(written.take());
  };
  return Object.fromEntries(
    names.map((name) => {
      if (name === 'computers') return [`${name}.csv`, text(name, csvFormat(COMPUTER_COLUMNS))];
      return [`${name}.${format}`, text(name, format === 'xml' ? eventXmlFormat() : csvFormat(LOG_COLUMNS))];
    }),
  );
}

/** Machines as an estate has them: system, kind and whether they share a CMID, by name. */
function estateOf(
  groups: ReadonlyMap<string, Pick<GroupParameters, 'names' | 'count' | 'os' | 'virtual' | 'image'>>,
) {
  const machines = [...groups].flatMap(([group, { names, count, os, virtual, image }]) => {
    const own =
      names ?? Array.from({ length: count }, (_, index) => `${group}-${String(index + 1).padStart(4, '0')}`);
    return own.map((name) => [name, `${os} ${virtual ? 'virtual' : 'physical'} ${image.cmid}`] as const);
  });
  return Object.fromEntries(machines.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('the Windows logs of a run', () => {
  test('are taken back in to the same estate, as CSV and as XML', () => {
    const group = fc.record({
      os: fc.constantFrom(...EDITIONS),
      count: fc.integer({ min: 2, max: 4 }),
      virtual: fc.boolean(),
      image: fc.constantFrom('generalized' as const, 'cloned' as const),
    });
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('csv' as const, 'xml' as const),
        (groups, format) => {
          const sketch = {
            duration: 3000,
            groups: Object.fromEntries(groups.map((each, index) => [`g${index}`, each])),
          };
          const { scenario } = imported(filesOf(sketch, format));
          const before = estateOf(record(sketch).simulation.estate.parameters.groups);
          expect(estateOf(scenario.parameters.groups)).toEqual(before);
          expect([...scenario.parameters.hosts.keys()]).toEqual(['kms-1']);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('give a host of Server 2008 R2 the key and the update that its later clients need', () => {
    const sketch: RunSketch = {
      duration: 3000,
      keys: { k: { type: 'kms', group: 'windows-10', hosts: 6, activationsPerHost: 10 } },
      hosts: { 'kms-1': { os: 'server-2008-r2-standard', key: 'k', updates: ['KB3079821'] } },
      groups: {
        w7: { os: 'windows-7-professional', count: 20 },
        w8: { os: 'windows-8-pro', count: 5, virtual: true },
        w10: { os: 'windows-10-pro', count: 5 },
      },
    };
    const before = record(sketch).simulation.estate.parameters;
    const { scenario, text } = imported(filesOf(sketch, 'csv'));
    const { groups, hosts, keys } = scenario.parameters;
    expect(estateOf(groups)).toEqual(estateOf(before.groups));
    const host = hosts.get('kms-1')!;
    expect(host).toMatchObject({ os: 'server-2008-r2-standard', updates: ['KB3079821'] });
    expect(keys.get(host.key)?.group).toBe('windows-10');
    expect(text.replace(/\n *# /g, ' ')).toContain('no file says its updates; without KB3079821');
    // Taken as it is, every computer that was licensed is licensed again.
    expect(simulate(loadScenario({ text })).figures).toMatchObject({ machines: { licensedAtEnd: 30 } });
  });

  test('say without the list of computers all but the service pack', () => {
    const files = filesOf({ duration: 3000, groups: { pc: { os: 'vista-business', count: 3 } } }, 'xml');
    const { scenario } = imported({ 'host-kms-1.xml': files['host-kms-1.xml'] });
    expect(Object.values(estateOf(scenario.parameters.groups))).toEqual(
      Array(3).fill('vista-business-sp1 physical own'),
    );
  });
});
