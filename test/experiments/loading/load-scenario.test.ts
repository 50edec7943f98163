import { describe, expect, test } from 'vitest';
import { loadWithFigures } from '../../../src/experiments/loading/load-scenario.ts';
import { formatDiagnostic } from '../../../src/text/diagnostics.ts';
import { SCENARIO } from '../../cli/vasim.ts';

/** What is wrong with a scenario, as people read it; empty when nothing is. */
function errorsOf(text: string): string[] {
  const sources = { read: () => text, resolve: () => 'other.yaml' };
  const loaded = loadWithFigures('a.yaml', sources);
  return loaded.ok ? [] : loaded.diagnostics.map(formatDiagnostic);
}

const naming = (figure: string) => SCENARIO.replace('machines.everLicensed', figure);

describe('a figure that an expectation names', () => {
  test('and no run can have is an error at its place, with the nearest one', () => {
    expect(errorsOf(naming('machines.everLicenced'))).toEqual([
      [
        'a.yaml:14:15: error[unknown-figure]: no run of this estate has a figure `machines.everLicenced`',
        '      - { figure: machines.everLicenced, is: 30 }',
        '                  ^^^^^^^^^^^^^^^^^^^^^',
        '  help: did you mean `machines.everLicensed`?',
      ].join('\n'),
    ]);
  });

  test.each([
    ['everNotification', 'machines.everNotification'],
    ['groups.desk.everLicensed', 'groups.desks.everLicensed'],
    ['hosts.kms-2.maxCount', 'hosts.kms-1.maxCount'],
    ['computers.of.all.groups.peakNotifications', 'machines.peakNotification'],
  ])('such as %s, is near to %s', (written, meant) => {
    expect(errorsOf(naming(written))[0]).toContain(`did you mean \`${meant}\`?`);
  });

  test.each(['machines.timeToLicensed.p95', 'groups.desks.everLicensed', 'hosts.kms-1.daysBelowVista'])(
    'such as %s, is fine where the estate has it',
    (figure) => expect(errorsOf(naming(figure))).toEqual([]),
  );

  test('is one of cost only where something is priced', () => {
    expect(errorsOf(naming('cost.total'))).toHaveLength(1);
    expect(errorsOf(`${naming('cost.total')}cost: { host: 100 }\n`)).toEqual([]);
  });

  test('may be a new one of a design, and is checked there', () => {
    const design = (figure: string) =>
      `${SCENARIO}designs:\n  two:\n    hosts: { kms-2: { network: core, os: server-2008-standard, key: corp-kms } }\n    expect: [{ figure: ${figure}, atLeast: 0 }]\n`;
    expect(errorsOf(design('hosts.kms-2.maxCount'))).toEqual([]);
    expect(errorsOf(design('hosts.kms-3.maxCount'))).toEqual([
      expect.stringMatching(/^a\.yaml:18:24: error\[unknown-figure\].*\n.*\n.*\n.*did you mean `hosts\.kms-/),
    ]);
  });

  test('of a host stays valid in a design that takes the host away', () => {
    const text = `${naming('hosts.kms-1.maxCount')}designs: { none: { hosts: { kms-1: null } } }\n`;
    expect(errorsOf(text)).toEqual([]);
  });
});

describe('a figure of `equivalence`', () => {
  const margin = (figure: string) => `${SCENARIO}equivalence: { ${figure}: 3 }\n`;

  test('that no run can have is an error at its key', () => {
    expect(errorsOf(margin('machines.everNotifcation'))).toEqual([
      [
        'a.yaml:15:16: error[unknown-figure]: no run of this estate has a figure `machines.everNotifcation`',
        '    equivalence: { machines.everNotifcation: 3 }',
        '                   ^^^^^^^^^^^^^^^^^^^^^^^^',
        '  help: did you mean `machines.everNotification`?',
      ].join('\n'),
    ]);
  });

  test('may be a share of replications', () => {
    expect(errorsOf(margin("'machines.everNotification > 0'"))).toEqual([]);
  });
});
