import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf, imported, loaded } from './imported.ts';

const SERVER = 'Windows Server 2008 Standard';
const table = (...rows: readonly (readonly string[])[]) =>
  ['name,os,site', ...rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))].join(
    '\n',
  );

describe('the scenario that is made', () => {
  test('keeps names, and changes those that no machine can have with a note', () => {
    const names = ['PC-1', '007', '=HYPERLINK("x")', 'büro 1', 'buro-1', 'x'.repeat(70), '1e3', 'true'];
    const result = imported(table(...names.map((name) => [name, SERVER, ''])));
    expect(groupsOf(result)).toEqual({
      'main-server-2008-standard': `server-2008-standard on main: PC-1 007 HYPERLINK-x buro-1 buro-1-2 ${'x'.repeat(64)} 1e3 true`,
    });
    expect(result.report.notes.at(-1)).toMatch(/^4 names changed.*'=HYPERLINK\("x"\) is HYPERLINK-x/);
  });

  test('leaves out a name that is given twice, in whatever case, and what has none', () => {
    const { report } = imported(
      table(['A', SERVER, 'x'], ['a', SERVER, 'y'], ['', SERVER, 'x'], ['+-', SERVER, 'x']),
    );
    expect(report.machines).toBe(1);
    expect(report.leftOut).toEqual([
      { reason: 'no computer name, or none that can be one', count: 2, examples: [SERVER, "'+-"] },
      { reason: 'listed again: the name is in one file more than once', count: 1, examples: ['A'] },
    ]);
  });

  test('names networks so that they clash with nothing', () => {
    const sites = [
      'microsoft',
      'Internet',
      'kms-1',
      'dns-zone',
      '12',
      '北京',
      'a.b',
      'A B',
      'A-B',
      'constructor',
      '',
    ];
    const { scenario } = imported(table(...sites.map((site, index) => [`PC${index}`, SERVER, site])));
    expect([...scenario.parameters.networks.keys()].sort()).toEqual(
      [
        'microsoft-2',
        'internet-2',
        'kms-1-2',
        'dns-zone-2',
        'site-12',
        'site',
        'a.b',
        'a-b',
        'a-b-2',
        'constructor-2',
        'no-site',
      ].sort(),
    );
  });

  test('joins a site that is written in several cases', () => {
    const { scenario } = imported(table(['A', SERVER, 'Rome'], ['B', SERVER, 'ROME']));
    expect([...scenario.parameters.networks.keys()]).toEqual(['rome']);
  });

  test('gives the KMS host a key that serves all clients', () => {
    const key = (os: string) => imported(`name,os,sp\nA,${os},1\n`).scenario.parameters.keys.get('kms-key');
    expect(key('Windows Vista Business')).toMatchObject({ group: 'client' });
    expect(key('Windows Web Server 2008')).toMatchObject({ group: 'server-a' });
    expect(key('Windows Server 2008 Datacenter')).toMatchObject({ group: 'server-c' });
  });

  test('marks what is to be completed, with examples', () => {
    const { text } = imported(table(['A', SERVER, 'Rome'], ['B', SERVER, 'Oslo'], ['C', SERVER, 'Oslo']));
    expect(text).toContain('#   wan-rome: { from: rome, to: oslo, allow: [kms, dns] }');
    expect(text).toContain('#   - { figure: machines.everNotification, is: 0 }');
    expect(text.match(/^# COMPLETE: /gm)).toHaveLength(7);
  });

  test('the examples are right once their marks are taken away', () => {
    const { text } = imported(table(['A', SERVER, 'Rome'], ['B', SERVER, 'Oslo']));
    const examples = text.replace(/^# (?=(?:links|expect):$| {2}(?:wan-|- \{))/gm, '');
    const { parameters, expectations } = loaded(examples);
    expect(parameters.links.get('wan-rome')).toMatchObject({ from: 'rome', to: 'oslo' });
    expect(expectations).toHaveLength(1);
  });

  test('shows of what is left out 20 names a reason, none of which can leave the comment', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [`@x${index}\nhosts: {}\u2028`, 'Windows 7', 'a']);
    const { text, report } = imported(table(['A', SERVER, 'x\ny: 1'], ...rows));
    expect(report.leftOut[0]).toMatchObject({ count: 30 });
    expect(report.leftOut[0].examples).toHaveLength(20);
    expect(report.leftOut[0].examples[3]).toBe("'@x3 hosts: {}");
    for (const line of text.split('\n').filter((line) => line.includes('hosts: {}')))
      expect(line).toMatch(/^#/);
  });

  test('takes rows without a word about it for physical, with a note', () => {
    const { report } = imported(
      'name,os,virtual\nA,Windows Web Server 2008,\nB,Windows Web Server 2008,yes\n',
    );
    expect(report.notes.join('\n')).toContain('Of 1 computer it is not said whether they are virtual');
  });

  test('counts every row once: in a group or among what is left out', () => {
    const os = fc.constantFrom(
      SERVER,
      'Windows 7',
      '',
      'Windows Vista Enterprise SP1',
      'Windows Vista Ultimate',
    );
    const row = fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      os,
      fc.constantFrom('a', 'b', '', '='),
    );
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { report, scenario } = imported(table(['first', SERVER, 'a'], ...rows));
        const left = report.leftOut.reduce((sum, { count }) => sum + count, 0);
        expect(report.machines + left).toBe(rows.length + 1);
        const machines = [...scenario.parameters.groups.values()].reduce((sum, { count }) => sum + count, 0);
        expect(machines).toBe(report.machines);
      }),
    );
  });
});
